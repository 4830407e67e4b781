/** One door to the readers of spectra, FITS and text. */
@NullMarked
package org.novacat.jobs.reading;

import org.jspecify.annotations.NullMarked;
