/** The lines of a file that may hold a spectrum as text, unpacked and within limits. */
@NullMarked
package org.novacat.transforms.spectrum.text.source;

import org.jspecify.annotations.NullMarked;
