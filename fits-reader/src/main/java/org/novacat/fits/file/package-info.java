/**
 * The bytes of a FITS file as a list of HDUs: inflating, the walk that trusts no number in a header
 * before it is checked against the bytes that are there, and the header scanner. Nothing here
 * decodes data; see {@code org.novacat.fits.data}.
 */
@NullMarked
package org.novacat.fits.file;

import org.jspecify.annotations.NullMarked;
