/**
 * Wavelength axes as files hold them: what a unit says beside its size, which samples are padding,
 * and what must hold of an axis before anything is made of it. Every reader asks here, and so does
 * what normalises, so that all of them say the same of a file.
 */
@NullMarked
package org.novacat.layouts.axis;

import org.jspecify.annotations.NullMarked;
