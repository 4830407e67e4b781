/**
 * Photometry of novae: what a row of a file says, why a row or a file was refused, and the codes
 * that go with it.
 */
@NullMarked
package org.novacat.layouts.photometry;

import org.jspecify.annotations.NullMarked;
