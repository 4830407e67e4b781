/**
 * Profiles of spectra that are images: pixels along an axis that cards, a polynomial or an image
 * beside them gives, one spectrum or one for each order.
 */
@NullMarked
package org.novacat.fits.profile.image;

import org.jspecify.annotations.NullMarked;
