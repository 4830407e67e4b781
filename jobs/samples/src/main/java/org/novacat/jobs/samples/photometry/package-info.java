/**
 * The photometry of the sample archive: light curves of its invented novae, as seen by invented
 * observers with the bands, depths and habits of real ones, in the dialects that such observers
 * write. Some files are damaged or ambiguous on purpose, and each says what should become of it.
 * Equal seeds give equal bytes, by the means that the spectra use.
 */
@NullMarked
package org.novacat.jobs.samples.photometry;

import org.jspecify.annotations.NullMarked;
