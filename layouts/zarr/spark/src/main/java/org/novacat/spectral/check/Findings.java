package org.novacat.spectral.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Gathers what is found at fault while a store is read; each check for which nothing is gathered
 * has passed. Of rows at fault one bit is kept. Used by one thread.
 */
final class Findings {
  /** Faults whose sentences are told; the others are counted. */
  private static final int MOST_SENTENCES = 3;

  private final Map<SpectralCheck, Faults> faults = new EnumMap<>(SpectralCheck.class);
  private final Map<SpectralCheck, String> notApplicable = new EnumMap<>(SpectralCheck.class);

  /** A fault of the store or of an array. */
  void fault(SpectralCheck check, String sentence) {
    faults.computeIfAbsent(check, c -> new Faults()).add(sentence);
  }

  /** A fault that an exception tells. */
  void fault(SpectralCheck check, RuntimeException told) {
    fault(check, String.valueOf(told.getMessage()));
  }

  /** A fault of one row of axis 0; rows may come in any order, and more than once. */
  void row(SpectralCheck check, long row, String sentence) {
    Faults found = faults.computeIfAbsent(check, c -> new Faults());
    found.add("row " + row + ": " + sentence);
    found.addRow(row);
  }

  /** There is nothing to hold the check against; a fault that is found nevertheless wins. */
  void notApplicable(SpectralCheck check, String why) {
    notApplicable.putIfAbsent(check, why);
  }

  /** No check that looks into the metadata can be decided. */
  void restNotApplicable(String why) {
    EnumSet<SpectralCheck> outside =
        EnumSet.of(SpectralCheck.STORE_OPENS, SpectralCheck.STORE_NAME, SpectralCheck.MANIFEST);
    EnumSet.complementOf(outside).forEach(check -> notApplicable(check, why));
  }

  /** The report; what comes later is not in it. */
  ValidationReport report() {
    List<CheckResult> results = new ArrayList<>();
    for (SpectralCheck check : SpectralCheck.values()) {
      results.add(result(check));
    }
    return new ValidationReport(results);
  }

  private CheckResult result(SpectralCheck check) {
    Faults found = faults.get(check);
    if (found != null) {
      return new CheckResult(
          check,
          CheckResult.Outcome.FAILED,
          found.sentence(),
          found.firstRows(),
          found.rows.cardinality());
    }
    String why = notApplicable.get(check);
    return why != null
        ? new CheckResult(check, CheckResult.Outcome.NOT_APPLICABLE, why, List.of(), 0)
        : new CheckResult(check, CheckResult.Outcome.PASSED, check.rule(), List.of(), 0);
  }

  /** The faults of one check. */
  private static final class Faults {
    private final List<String> sentences = new ArrayList<>();
    private final BitSet rows = new BitSet();
    private long count;

    void add(String sentence) {
      count++;
      if (sentences.size() < MOST_SENTENCES) {
        sentences.add(sentence);
      }
    }

    void addRow(long row) {
      rows.set((int) Math.min(row, Integer.MAX_VALUE - 1));
    }

    List<Long> firstRows() {
      return rows.stream().limit(CheckResult.MOST_ROWS).asLongStream().boxed().toList();
    }

    String sentence() {
      String told = String.join("; ", sentences);
      return count > MOST_SENTENCES ? told + "; and " + (count - MOST_SENTENCES) + " more" : told;
    }
  }
}
