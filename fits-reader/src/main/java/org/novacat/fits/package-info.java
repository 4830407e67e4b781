/**
 * Bytes of a FITS file to spectra. {@link org.novacat.fits.SpectrumReader} is the door: it takes
 * the bytes of one file and gives the spectra as the file holds them, or the reason why not, and
 * never throws for what the bytes are.
 */
@NullMarked
package org.novacat.fits;

import org.jspecify.annotations.NullMarked;
