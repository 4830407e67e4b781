/** {@code novacat ingest-spectra}: eligible products become validated, normalised spectra. */
@NullMarked
package org.novacat.jobs.spectra;

import org.jspecify.annotations.NullMarked;
