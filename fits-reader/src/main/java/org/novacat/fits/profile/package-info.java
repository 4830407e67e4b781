/**
 * Profiles: for each convention of writing spectra into FITS, what it is recognised by and where
 * axis, flux, uncertainty, mask and observation are. Selection is deterministic and total: one
 * profile, or none and the file is refused; nothing is ever guessed from values.
 */
@NullMarked
package org.novacat.fits.profile;

import org.jspecify.annotations.NullMarked;
