/** What a spectrum as text says of itself beside its rows, and what others state of it. */
@NullMarked
package org.novacat.transforms.spectrum.text.fact;

import org.jspecify.annotations.NullMarked;
