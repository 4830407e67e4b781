/**
 * A spectrum as a file holds it and as novacat normalises it. Arrays in these records are handed
 * over, not copied: who builds a record gives its arrays away, and who reads one leaves them as
 * they are (decision 0002).
 */
@NullMarked
package org.novacat.layouts.spectrum;

import org.jspecify.annotations.NullMarked;
