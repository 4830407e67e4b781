/** Tables of numbers out of text in its dialects, before their columns are used. */
@NullMarked
package org.novacat.transforms.spectrum.text.table;

import org.jspecify.annotations.NullMarked;
