/** What the columns of a spectrum as text are, by unit, UCD and utype first and by name second. */
@NullMarked
package org.novacat.transforms.spectrum.text.column;

import org.jspecify.annotations.NullMarked;
