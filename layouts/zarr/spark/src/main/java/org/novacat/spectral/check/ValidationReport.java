package org.novacat.spectral.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * What the validator found: each check once, in the order of {@link SpectralCheck}.
 *
 * @param results one for each check
 */
public record ValidationReport(List<CheckResult> results) {
  public ValidationReport {
    results = List.copyOf(results);
  }

  /** Whether the store may be published: no check that is a MUST failed. */
  public boolean passed() {
    return results.stream().noneMatch(CheckResult::forbids);
  }

  /** How a check ended. */
  public CheckResult result(SpectralCheck check) {
    return results.stream().filter(result -> result.check() == check).findFirst().orElseThrow();
  }

  /** Those that ended so. */
  public List<CheckResult> ended(CheckResult.Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).toList();
  }

  /** A table for people, a line a check, and the verdict. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (CheckResult result : results) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-24s %-6s %-14s %s%n",
              result.check().id(),
              result.check().severity(),
              result.outcome(),
              result.sentence()));
    }
    return text.append(verdict()).append(System.lineSeparator()).toString();
  }

  private String verdict() {
    long must = results.stream().filter(CheckResult::forbids).count();
    long should = ended(CheckResult.Outcome.FAILED).size() - must;
    return "%s: of %s checks %s passed, %s that must and %s that should failed, %s not applicable"
        .formatted(
            passed() ? "VALID" : "NOT VALID",
            results.size(),
            ended(CheckResult.Outcome.PASSED).size(),
            must,
            should,
            ended(CheckResult.Outcome.NOT_APPLICABLE).size());
  }

  /** The same for programs. */
  public String json() {
    ObjectNode root = Json.object().put("passed", passed());
    ArrayNode list = root.putArray("checks");
    for (CheckResult result : results) {
      ObjectNode one =
          list.addObject()
              .put("check", result.check().id())
              .put("severity", result.check().severity().name())
              .put("outcome", result.outcome().name())
              .put("rule", result.check().rule())
              .put("sentence", result.sentence())
              .put("row_count", result.rowCount());
      ArrayNode rows = one.putArray("rows");
      result.rows().forEach(rows::add);
    }
    return Json.text(root);
  }
}
