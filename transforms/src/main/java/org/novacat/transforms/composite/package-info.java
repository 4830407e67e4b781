/**
 * Spectra of one night as one spectrum: repeated exposures as their mean, arms of a spectrograph
 * side by side. Rules and what holds them: {@code docs/specs/resampling.md}.
 */
@NullMarked
package org.novacat.transforms.composite;

import org.jspecify.annotations.NullMarked;
