/**
 * The spectral Zarr store, as the data contract of schema version 2 has it: what its arrays,
 * columns and attributes are called, how its chunks are cut, what is published beside it, and which
 * version of a dataset is the current one. Nothing here knows of Spark.
 */
@NullMarked
package org.novacat.spectral;

import org.jspecify.annotations.NullMarked;
