package org.novacat.jobs.register;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.novacat.jobs.register.source.Candidates;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;

/** What {@code register --dry-run} shows. */
record RegisterPlan(Candidates candidates) implements Report {
  private static final int MOST_SHOWN = 20;

  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("job", "register").put("dry_run", true);
    root.put("candidates", candidates.accepted().size());
    root.put("rejected", candidates.rejected().size());
    root.put("skipped", candidates.skipped().size());
    return root;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    TextTable table = new TextTable("nova", "provider", "product", "locator");
    candidates.accepted().stream()
        .limit(MOST_SHOWN)
        .forEach(
            one ->
                table.row(one.nova(), one.provider(), one.productId(), one.locator().identity()));
    lines.addAll(table.lines());
    if (candidates.accepted().size() > MOST_SHOWN) {
      lines.add(
          String.format(Locale.ROOT, "and %,d more", candidates.accepted().size() - MOST_SHOWN));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "Would register %,d files; %,d rows are rejected, %,d names skipped. Nothing was written.",
            candidates.accepted().size(),
            candidates.rejected().size(),
            candidates.skipped().size()));
    candidates.rejected().stream().limit(MOST_SHOWN).forEach(r -> lines.add(r.message()));
    return lines;
  }
}
