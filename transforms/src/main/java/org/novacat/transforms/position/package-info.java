/** Positions on the sky. */
@NullMarked
package org.novacat.transforms.position;

import org.jspecify.annotations.NullMarked;
