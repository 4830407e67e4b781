/**
 * The {@code spectral-zarr} data source of Apache Spark (DataSource V2): a spectral Zarr store as
 * one row a spectrum. Only the arrays that a query asks for are read, and of those only the chunks
 * in which the index finds a spectrum that may pass. See docs/formats/spectral-zarr.md.
 */
@NullMarked
package org.novacat.spectral.spark;

import org.jspecify.annotations.NullMarked;
