/**
 * What a profile is, and what all profiles read with: cards, columns, images, units, times and
 * media. A profile says for one convention of writing spectra into FITS what it is recognised by
 * and where axis, flux, uncertainty, mask and observation are; nothing is ever guessed from values.
 * The profiles are in the packages below, by the form of what they read; {@code BuiltInProfiles}
 * lists them.
 */
@NullMarked
package org.novacat.fits.profile;

import org.jspecify.annotations.NullMarked;
