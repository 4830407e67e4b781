/** Pure functions over domain values: no I/O, no clock, no Spark. */
@NullMarked
package org.novacat.transforms;

import org.jspecify.annotations.NullMarked;
