/**
 * The cards of a FITS file that are of use beside its spectrum, as columns of a table of spectra.
 */
@NullMarked
package org.novacat.fits.projection;

import org.jspecify.annotations.NullMarked;
