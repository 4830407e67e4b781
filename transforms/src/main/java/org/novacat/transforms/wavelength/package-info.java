/** Wavelengths in air and in vacuum. */
@NullMarked
package org.novacat.transforms.wavelength;

import org.jspecify.annotations.NullMarked;
