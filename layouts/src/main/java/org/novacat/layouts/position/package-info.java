/** Positions on the sky. */
@NullMarked
package org.novacat.layouts.position;

import org.jspecify.annotations.NullMarked;
