/**
 * Text as files of data bring it: encodings, numbered lines, cells in all dialects, numbers and
 * JSON. Lines and cells are cut from the bytes where they lie, so a file of millions of rows is
 * never held twice, and each row knows its line and its text.
 */
@NullMarked
package org.novacat.transforms.text;

import org.jspecify.annotations.NullMarked;
