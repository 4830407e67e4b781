/**
 * The embedded default for the table: one DynamoDB Local per workspace, in a JVM of its own that
 * the first command starts, later ones find, and nobody has to stop.
 */
@NullMarked
package org.novacat.persistence.local;

import org.jspecify.annotations.NullMarked;
