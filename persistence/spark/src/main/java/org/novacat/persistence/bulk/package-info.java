/**
 * The data source {@code novacat-table} of Spark: items of the table as rows, read by executors in
 * parallel parts. The only package that gives executors the address of a table (decision 0023), and
 * it cannot write. docs/formats/novacat-table.md tells how it is used.
 */
@NullMarked
package org.novacat.persistence.bulk;

import org.jspecify.annotations.NullMarked;
