/** Spectra of the archive as rows of a Zarr store, made by executors. */
@NullMarked
package org.novacat.jobs.zarr.row;

import org.jspecify.annotations.NullMarked;
