/**
 * The table of a nova as a file: {@code photometry_table.parquet}, and {@code metadata.json} beside
 * it. One writer, and one reader for the present and older versions of the schema.
 */
@NullMarked
package org.novacat.jobs.photometry.table;

import org.jspecify.annotations.NullMarked;
