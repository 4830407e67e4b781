/**
 * The {@code fits} data source of Apache Spark (DataSource V2): FITS files as rows of HDUs, of one
 * table, or of spectra. Here it is registered, plans which task reads what (small files packed, big
 * tables split by ranges of rows), and starts the reader of each mode. No byte of data is read that
 * a query does not need. See docs/formats/fits-data-source.md.
 */
@NullMarked
package org.novacat.fits.spark;

import org.jspecify.annotations.NullMarked;
