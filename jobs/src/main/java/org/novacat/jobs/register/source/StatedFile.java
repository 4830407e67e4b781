package org.novacat.jobs.register.source;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.StatedFacts;

/**
 * A file that a command is to look at, with what register would take as stated of it.
 *
 * @param refused why register would not take it; null when it would
 */
public record StatedFile(Path file, StatedFacts stated, @Nullable Refusal refused) {
  static StatedFile of(Path file, SpectrumSorter.Sorted sorted) {
    if (sorted instanceof SpectrumSorter.Sorted.Spectrum spectrum) {
      return new StatedFile(file, spectrum.facts(), null);
    }
    Refusal refusal =
        sorted instanceof SpectrumSorter.Sorted.Aside aside
            ? Refusal.of(
                QuarantineReason.NOT_A_SPECTRUM,
                aside.code().name(),
                "Cannot take '%s' for a spectrum: %s".formatted(file, aside.why()))
            : Refusal.of(
                QuarantineReason.MISSING_CRITICAL_METADATA,
                RejectCode.SIDECAR_INVALID.name(),
                String.valueOf(((SpectrumSorter.Sorted.Wrong) sorted).why().getMessage()));
    return new StatedFile(file, StatedFacts.NONE, refusal);
  }
}
