/**
 * Profiles of spectra that are tables: columns of wavelength, flux and error, a row for each point
 * or for each spectrum.
 */
@NullMarked
package org.novacat.fits.profile.table;

import org.jspecify.annotations.NullMarked;
