/**
 * From measurements to the rows of a table: checks, quality, identity, duplicates and order
 * (photometry specification, sections 2, 5 and 6).
 */
@NullMarked
package org.novacat.transforms.photometry.row;

import org.jspecify.annotations.NullMarked;
