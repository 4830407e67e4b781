/**
 * Checks a spectral Zarr store, of whatever writer and in whatever state, against the data
 * contract, and says what is in one. Each rule is a named check; a store that cannot be opened is a
 * failed check too. Data are read chunk by chunk.
 */
@NullMarked
package org.novacat.spectral.check;

import org.jspecify.annotations.NullMarked;
