/**
 * Columns: what a file declares of them, the roles they can have, the words and units that tell a
 * role, how times count, and how the cell of a value is written.
 */
@NullMarked
package org.novacat.transforms.photometry.read.column;

import org.jspecify.annotations.NullMarked;
