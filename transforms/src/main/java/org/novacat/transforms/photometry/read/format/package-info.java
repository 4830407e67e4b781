/**
 * Formats: each recognises a file by its content and opens it as a table, or says that it is of
 * another. {@code Formats} lists them in the order they are asked; an excerpt writes rows of a
 * table as a file of its own.
 */
@NullMarked
package org.novacat.transforms.photometry.read.format;

import org.jspecify.annotations.NullMarked;
