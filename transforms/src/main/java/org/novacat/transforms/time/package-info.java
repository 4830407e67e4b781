/** Modified Julian Dates, time scales with their leap seconds, and arrival at the barycentre. */
@NullMarked
package org.novacat.transforms.time;

import org.jspecify.annotations.NullMarked;
