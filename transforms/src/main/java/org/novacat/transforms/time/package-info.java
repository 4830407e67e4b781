/** Modified Julian Dates and instants. */
@NullMarked
package org.novacat.transforms.time;

import org.jspecify.annotations.NullMarked;
