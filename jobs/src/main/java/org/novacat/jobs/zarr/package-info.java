/** {@code export zarr}, {@code zarr validate} and {@code zarr info}: the spectral Zarr store. */
@NullMarked
package org.novacat.jobs.zarr;

import org.jspecify.annotations.NullMarked;
