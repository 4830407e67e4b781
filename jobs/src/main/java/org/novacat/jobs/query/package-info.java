/**
 * {@code novacat query}: Spark SQL over the products as tables. A statement is parsed first, by
 * Spark's own parser: what is no question is refused, and only the tables that it names are made.
 * Tables of objects are those that items point at; what no item points at does not count. The
 * products are read by executors, through the data source of the table; novae and runs, of which
 * there are few, on the driver.
 */
@NullMarked
package org.novacat.jobs.query;

import org.jspecify.annotations.NullMarked;
