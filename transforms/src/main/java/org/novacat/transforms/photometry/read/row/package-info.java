/** Rows: the cells that the plan names become a measurement, or the row is rejected with a code. */
@NullMarked
package org.novacat.transforms.photometry.read.row;

import org.jspecify.annotations.NullMarked;
