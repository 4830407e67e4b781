package org.novacat.spectral.check;

import java.util.List;

/**
 * How one check ended.
 *
 * @param check which
 * @param outcome how
 * @param sentence what was found
 * @param rows the first rows of axis 0 at fault, at most {@value #MOST_ROWS}, in their order; empty
 *     where the fault is not one of rows
 * @param rowCount how many rows are at fault
 */
public record CheckResult(
    SpectralCheck check, Outcome outcome, String sentence, List<Long> rows, long rowCount) {
  /** How many rows are named. */
  public static final int MOST_ROWS = 10;

  /** How a check ends. */
  public enum Outcome {
    PASSED,
    FAILED,
    /** There is nothing in the store that it could be held against, or it could not be read. */
    NOT_APPLICABLE
  }

  public CheckResult {
    rows = List.copyOf(rows);
  }

  /** Whether the store must not be published for it. */
  public boolean forbids() {
    return outcome == Outcome.FAILED && check.severity() == SpectralCheck.Severity.MUST;
  }
}
