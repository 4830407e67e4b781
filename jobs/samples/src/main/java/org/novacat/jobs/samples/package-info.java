/**
 * The sample archive of {@code novacat demo}: invented novae, observed in every FITS convention
 * that the reader knows, some of the files damaged on purpose. The spectra are plausible to the
 * eye, the lines stand where they should, and nothing else about them is science. Equal seeds give
 * equal bytes: every function here is one of {@link java.lang.StrictMath} or plain arithmetic, and
 * every random number comes from {@link java.util.Random}, whose sequence its javadoc fixes.
 */
@NullMarked
package org.novacat.jobs.samples;

import org.jspecify.annotations.NullMarked;
