/** Parquet files with VOTable metadata, so that TOPCAT shows units and UCDs. */
@NullMarked
package org.novacat.jobs.parquet;

import org.jspecify.annotations.NullMarked;
