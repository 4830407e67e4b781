package org.novacat.jobs.spectra;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.novacat.jobs.spectra.IngestReport.Ending;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.spectrum.QuarantineReason;

/** Counts how planned products end. Used by the driver's one thread. */
final class Tally {
  private final Map<Ending, Long> endings = new EnumMap<>(Ending.class);
  private final Map<QuarantineReason, Long> reasons = new EnumMap<>(QuarantineReason.class);
  private final List<String> notOurs = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private long total;

  void ended(Ending ending) {
    ended(ending, 1);
  }

  void ended(Ending ending, long products) {
    if (products > 0) {
      endings.merge(ending, products, Long::sum);
      total += products;
    }
  }

  void quarantined(QuarantineReason reason) {
    ended(Ending.QUARANTINED);
    reasons.merge(reason, 1L, Long::sum);
  }

  void notOurs(DataProductId product, String by) {
    ended(Ending.NOT_OURS);
    name(notOurs, product + " (run " + by + ")");
  }

  void problem(Ending ending, DataProductId product, String why) {
    ended(ending);
    name(problems, product + ": " + why);
  }

  private static void name(List<String> names, String name) {
    if (names.size() < IngestReport.MOST_NAMED) {
      names.add(name);
    }
  }

  long total() {
    return total;
  }

  Map<Ending, Long> endings() {
    return endings;
  }

  Map<QuarantineReason, Long> reasons() {
    return reasons;
  }

  List<String> notOurs() {
    return notOurs;
  }

  List<String> problems() {
    return problems;
  }
}
