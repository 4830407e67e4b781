package org.novacat.transforms.spectrum;

import static org.novacat.layouts.spectrum.QuarantineReason.OTHER;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.layouts.spectrum.NormalizedSpectrum;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SourceSpectrum;

/** Gathers the orders of one file: the good ones, and why the others are not. */
final class Assembly {
  private final List<NormalizedOrder> orders = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final DroppedOrders dropped = new DroppedOrders();
  private @Nullable Traits traits;

  void add(SourceSpectrum source) {
    Checked<TraitedOrder> result = OrderNormalizer.normalize(source);
    if (result instanceof Checked.Passed<TraitedOrder> passed) {
      keep(passed.value(), passed.notes());
    } else if (result instanceof Checked.Failed<TraitedOrder> failed) {
      dropped.add(source.order(), failed.refusal());
    }
  }

  /** The first good order decides on medium and unit; others must agree. */
  private void keep(TraitedOrder found, List<String> itsNotes) {
    Traits common = traits == null ? found.traits() : traits;
    if (common.agreesWith(found.traits())) {
      traits = common.atMost(found.traits());
      orders.add(found.order());
      notes.addAll(itsNotes);
    } else {
      dropped.add(
          found.order().order(),
          Refusal.of(
              OTHER,
              "ORDER_DIFFERS",
              "It has %s, the orders before it %s".formatted(found.traits(), common)));
    }
  }

  NormalizeResult finish(Observation observation, ValidationContext context) {
    Traits common = traits;
    if (common == null) {
      return new NormalizeResult.Refused(dropped.refusal());
    }
    ObservationChecks.timeNote(observation, context).ifPresent(notes::add);
    notes.addAll(dropped.notes());
    NormalizedSpectrum spectrum =
        new NormalizedSpectrum(
            orders,
            common.medium(),
            common.mediumSource(),
            common.fluxUnit(),
            common.calibration(),
            List.copyOf(notes));
    return new NormalizeResult.Normalized(spectrum, Summaries.of(spectrum, observation, context));
  }
}
