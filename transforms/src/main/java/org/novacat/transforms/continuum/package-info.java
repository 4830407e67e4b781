/**
 * The continuum of a spectrum, with its own uncertainty. Method: {@code docs/specs/resampling.md}.
 */
@NullMarked
package org.novacat.transforms.continuum;

import org.jspecify.annotations.NullMarked;
