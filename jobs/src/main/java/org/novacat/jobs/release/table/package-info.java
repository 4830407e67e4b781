/**
 * The tables of a release as few Parquet files: records to bytes, and back where releases are
 * compared. Nothing here knows a store or an item.
 */
@NullMarked
package org.novacat.jobs.release.table;

import org.jspecify.annotations.NullMarked;
