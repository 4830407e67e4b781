package org.novacat.transforms.spectrum;

import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;

/** What a spectrum states once for all its orders. */
record Traits(
    Medium medium, MediumSource mediumSource, String fluxUnit, FluxCalibration calibration) {}
