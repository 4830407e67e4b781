/**
 * Pictures as PNG bytes that are the same on every machine: own rasteriser, lettering and encoder;
 * no fonts, no native code.
 */
@NullMarked
package org.novacat.transforms.plot;

import org.jspecify.annotations.NullMarked;
