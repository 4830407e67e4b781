/**
 * Profiles of files that hold no spectrum and could be taken for one, or that a reader may wonder
 * about: each says what the file is instead.
 */
@NullMarked
package org.novacat.fits.profile.nospectrum;

import org.jspecify.annotations.NullMarked;
