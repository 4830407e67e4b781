/** Reads {@code index.parquet}, the table that is asked for spectra without opening the store. */
@NullMarked
package org.novacat.spectral.index;

import org.jspecify.annotations.NullMarked;
