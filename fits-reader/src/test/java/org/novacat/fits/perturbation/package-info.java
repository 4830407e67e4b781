/** Real files with one thing added: nothing changes without a word. */
@NullMarked
package org.novacat.fits.perturbation;

import org.jspecify.annotations.NullMarked;
