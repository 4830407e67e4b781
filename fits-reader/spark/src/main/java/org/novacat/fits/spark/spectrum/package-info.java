/** Mode spectra: one row for each spectrum, or for the reason why a file has none. */
@NullMarked
package org.novacat.fits.spark.spectrum;

import org.jspecify.annotations.NullMarked;
