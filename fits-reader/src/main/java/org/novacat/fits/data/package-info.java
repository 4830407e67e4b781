/**
 * Decoders of image and table data, straight from the file's bytes into primitive arrays, only what
 * is asked for. Scaling and nulls of the FITS standard are applied; a null becomes NaN.
 */
@NullMarked
package org.novacat.fits.data;

import org.jspecify.annotations.NullMarked;
