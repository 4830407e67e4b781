/** Positions on the sky from the frames in which files state them to ICRS. */
@NullMarked
package org.novacat.transforms.position;

import org.jspecify.annotations.NullMarked;
