/**
 * Mode table: rows of a table in the types of Spark, decoded where they lie, block by block; and
 * the one schema of many files.
 */
@NullMarked
package org.novacat.fits.spark.table;

import org.jspecify.annotations.NullMarked;
