/**
 * {@code novacat export composite}: the valid spectra of a nova, night and instrument, joined by
 * {@link org.novacat.transforms.composite.Composer} and written as files. It reads the archive and
 * writes nothing into it.
 */
@NullMarked
package org.novacat.jobs.composite;

import org.jspecify.annotations.NullMarked;
