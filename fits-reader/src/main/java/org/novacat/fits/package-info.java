/**
 * Bytes of a FITS file to spectra. {@link org.novacat.fits.SpectrumReader} is the door: it takes
 * the bytes of one file and gives the spectra as the file holds them, or the reason why not, and
 * never throws for what the bytes are. The choice among the profiles is made here: it is
 * deterministic and total, one profile, or none and the file is refused.
 */
@NullMarked
package org.novacat.fits;

import org.jspecify.annotations.NullMarked;
