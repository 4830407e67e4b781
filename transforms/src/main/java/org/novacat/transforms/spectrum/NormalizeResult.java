package org.novacat.transforms.spectrum;

import java.util.function.Function;
import org.novacat.layouts.spectrum.NormalizedSpectrum;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SpectrumSummary;

/** What came of normalising the spectra of one file. */
public sealed interface NormalizeResult {
  /** It is VALID: at least one order passed every check. */
  record Normalized(NormalizedSpectrum spectrum, SpectrumSummary summary)
      implements NormalizeResult {}

  /** It goes to quarantine. */
  record Refused(Refusal refusal) implements NormalizeResult {}

  /** Applies the function of the case at hand. */
  default <T> T match(
      Function<? super Normalized, ? extends T> onNormalized,
      Function<? super Refused, ? extends T> onRefused) {
    return this instanceof Normalized normalized
        ? onNormalized.apply(normalized)
        : onRefused.apply((Refused) this);
  }
}
