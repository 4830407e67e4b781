/**
 * The account of a FITS file that was read: each HDU, column, line of an image, and each card of
 * axis, time, place, medium, scale and velocity is used, irrelevant for a reason, or unaccounted.
 */
@NullMarked
package org.novacat.fits.account;

import org.jspecify.annotations.NullMarked;
