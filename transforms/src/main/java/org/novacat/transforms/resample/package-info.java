/**
 * Spectra on another grid of wavelengths, with the integral of the flux kept and uncertainties
 * carried along. Method, assumptions and sources: {@code docs/specs/resampling.md}.
 */
@NullMarked
package org.novacat.transforms.resample;

import org.jspecify.annotations.NullMarked;
