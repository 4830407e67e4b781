/**
 * Units of spectra as headers spell them: parsed to a size and a dimension, or not known; never
 * guessed.
 */
@NullMarked
package org.novacat.layouts.unit;

import org.jspecify.annotations.NullMarked;
