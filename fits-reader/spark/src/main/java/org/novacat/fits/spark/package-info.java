/**
 * The {@code fits} data source of Apache Spark (DataSource V2): FITS files as rows of HDUs, of one
 * table, or of spectra. It lists files by itself, packs small ones and splits big tables by ranges
 * of rows, reads no byte of data that a query does not need, and decodes with {@code
 * org.novacat.fits}. See docs/formats/fits-data-source.md.
 */
@NullMarked
package org.novacat.fits.spark;

import org.jspecify.annotations.NullMarked;
