package org.novacat.transforms.spectrum.text;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.SpectrumTrust;
import org.novacat.transforms.spectrum.text.fact.FileFacts;
import org.novacat.transforms.spectrum.text.fact.TextFact;

/** How sure a text is of what was read of it: what it states, or its convention gives. */
record TextTrust(TextProfile profile, AxisFacts axis, FluxFacts flux, FileFacts facts) {
  SpectrumTrust of(@Nullable ObservationTime time) {
    boolean ofProfile = axis.unitSource().equals(profile.id());
    return new SpectrumTrust(
        SpectrumTrust.of(time, statesScale(time)),
        ofProfile ? Confidence.KNOWN : Confidence.STATED,
        SpectrumTrust.of(axis.mediumSource()),
        fluxUnit());
  }

  private @Nullable Confidence fluxUnit() {
    if (flux.unit().isEmpty()) {
      return null;
    }
    return flux.byConvention() ? Confidence.KNOWN : Confidence.STATED;
  }

  private boolean statesScale(@Nullable ObservationTime time) {
    boolean named = time != null && time.source().toUpperCase(java.util.Locale.ROOT).contains("UT");
    return named || !facts.of(TextFact.TIME_SCALE).isEmpty();
  }
}
