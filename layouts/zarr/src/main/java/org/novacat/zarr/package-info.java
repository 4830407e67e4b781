/**
 * Zarr format 2: arrays in chunks, below a folder or a prefix of a bucket. {@link
 * org.novacat.zarr.ZarrWriter} writes stores that zarr-python 2 and 3 read, {@link
 * org.novacat.zarr.ZarrReader} reads them and those of zarr-python, or refuses an array by name of
 * what it does not know. Objects are reached by {@link org.novacat.zarr.ZarrFiles} alone. Nothing
 * here knows of novae or spectra.
 */
@NullMarked
package org.novacat.zarr;

import org.jspecify.annotations.NullMarked;
