/**
 * Targets for Jazzer. In the build they run over their seeds and over the inputs that were once
 * found to fail; {@code docs/specs/spectra-fits-profiles.md} has the command that searches for new
 * ones.
 */
package org.novacat.fits.fuzz;
