/**
 * What the columns of a table are taken for: roles, frame of the times, the quantity and band of
 * each value, from the sidecar, the manual of the format, UCDs, names, units and cells, in that
 * order.
 */
@NullMarked
package org.novacat.transforms.photometry.read.plan;

import org.jspecify.annotations.NullMarked;
