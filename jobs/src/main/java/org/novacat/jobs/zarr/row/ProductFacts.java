package org.novacat.jobs.zarr.row;

import java.io.Serializable;
import org.novacat.layouts.spectrum.SpectrumOrigin;
import org.novacat.layouts.spectrum.SpectrumSummary;

/**
 * What the table knows of a spectrum and a store says of it; texts are "" where it does not.
 *
 * @param access who may see it, as {@link org.novacat.layouts.credit.Access} writes it
 */
public record ProductFacts(
    String novaId,
    String nova,
    String provider,
    String profile,
    String access,
    String licence,
    String bibcode,
    SpectrumOrigin origin,
    SpectrumSummary summary)
    implements Serializable {}
