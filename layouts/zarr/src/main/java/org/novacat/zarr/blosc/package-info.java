/**
 * Frames of Blosc, format 2 (c-blosc 1.x): {@link org.novacat.zarr.blosc.BloscEncoder} writes them
 * with zstd and bitshuffle, byte for byte as c-blosc does, and {@link
 * org.novacat.zarr.blosc.BloscDecoder} reads those that c-blosc writes. A frame says how many bytes
 * it holds; what it says is believed only as far as the reader allows.
 */
@NullMarked
package org.novacat.zarr.blosc;

import org.jspecify.annotations.NullMarked;
