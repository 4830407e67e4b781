/**
 * Files as the data source sees them: which of a folder are asked for, which pieces of them a task
 * reads, how their bytes come through Hadoop, and what is counted on the way.
 */
@NullMarked
package org.novacat.fits.spark.file;

import org.jspecify.annotations.NullMarked;
