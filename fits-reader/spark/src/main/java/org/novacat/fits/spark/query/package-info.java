/**
 * What a query asks: options, columns from headers and of the file, filters that reject a file
 * before its data, and the forms in which every mode hands out rows and bad records.
 */
@NullMarked
package org.novacat.fits.spark.query;

import org.jspecify.annotations.NullMarked;
