package org.novacat.jobs.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.spectrum.SpectrumTrust;

/** How sure a spectrum is of what it says, as documents have it. */
public final class TrustJson {
  private TrustJson() {}

  /** An object of four words, null where the spectrum says nothing of the kind. */
  public static ObjectNode of(SpectrumTrust trust) {
    ObjectNode node = Json.object();
    node.put("time_scale", code(trust.timeScale()));
    node.put("wavelength_unit", code(trust.wavelengthUnit()));
    node.put("medium", code(trust.medium()));
    node.put("flux_unit", code(trust.fluxUnit()));
    return node;
  }

  /** The word; null for null. */
  public static @Nullable String code(@Nullable Confidence confidence) {
    return confidence == null ? null : confidence.code();
  }
}
