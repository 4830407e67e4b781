/**
 * {@code novacat photometry export}: the table of a nova as a file that other programs open. The
 * object is fetched and compared with the hash that its item has, read by our own reader, and
 * written row by row; nothing here holds a table as a whole.
 */
@NullMarked
package org.novacat.jobs.photometry.export;

import org.jspecify.annotations.NullMarked;
