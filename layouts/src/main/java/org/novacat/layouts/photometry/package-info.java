/**
 * Photometry of novae: what a row of a file says, why a row or a file was refused, the codes that
 * go with it, and the rows of the table of a nova.
 */
@NullMarked
package org.novacat.layouts.photometry;

import org.jspecify.annotations.NullMarked;
