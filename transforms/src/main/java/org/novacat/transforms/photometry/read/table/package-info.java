/**
 * The table that a format makes of a file: columns, facts and conventions, and rows that a cursor
 * walks over the bytes of the file.
 */
@NullMarked
package org.novacat.transforms.photometry.read.table;

import org.jspecify.annotations.NullMarked;
