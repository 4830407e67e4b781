/**
 * Trees of objects that belong together, such as a Zarr store: written in a place that nobody looks
 * at, and visible whole and at once, or not at all. See docs/decisions/0030.
 */
@NullMarked
package org.novacat.persistence.tree;

import org.jspecify.annotations.NullMarked;
