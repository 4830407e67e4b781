/**
 * The narrow interface that every operation on the table goes through: items as plain values,
 * conditions and writes as data. One implementation speaks to DynamoDB, one keeps a file, one lives
 * in memory for tests, and one contract suite runs on all. Only the persistence module uses this
 * package.
 */
@NullMarked
package org.novacat.persistence.table;

import org.jspecify.annotations.NullMarked;
