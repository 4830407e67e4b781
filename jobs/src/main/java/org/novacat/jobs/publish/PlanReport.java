package org.novacat.jobs.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.persistence.release.Release;

/**
 * What {@code novacat publish --dry-run} shows.
 *
 * @param isDamaged whether what visitors see is to be made anew since something of it is lost
 */
record PlanReport(ReleasePlan plan, PublishOptions options, boolean isDamaged) implements Report {
  private static final int MOST_SHOWN = 20;

  private long copied() {
    return options.all()
        ? 0
        : plan.units().entrySet().stream()
            .filter(
                unit -> {
                  ReleaseUnit before = plan.unitsBefore().get(unit.getKey());
                  return before != null && before.content().equals(unit.getValue());
                })
            .count();
  }

  private List<String> gone() {
    return plan.unitsBefore().values().stream()
        .filter(unit -> unit.isNova() && !plan.units().containsKey(unit.name()))
        .map(ReleaseUnit::title)
        .toList();
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object().put("job", "publish").put("dry_run", true);
    Release before = plan.before();
    root.put("current", before == null ? "" : before.id().text());
    root.put("content_fingerprint", plan.content().hex())
        .put("is_current", plan.isCurrent())
        .put("is_damaged", isDamaged);
    root.put("units", plan.units().size()).put("copied", copied());
    plan.unbundled().forEach(root.putArray("without_current_bundle")::add);
    plan.inDoubt().forEach(root.putArray("in_doubt")::add);
    gone().forEach(root.putArray("gone")::add);
    return root;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    add(lines, "Without a current bundle (novacat bundle)", plan.unbundled());
    add(lines, "Not shown until it is settled which novae they are", plan.inDoubt());
    add(lines, "Gone since the current release", gone());
    lines.add(
        plan.isCurrent() && !isDamaged
            ? "Visitors see all that goes out. Nothing was written."
            : String.format(
                Locale.ROOT,
                "Would make %,d units and copy %,d of the current release. Nothing was written.",
                plan.units().size() - copied(),
                copied()));
    return lines;
  }

  private static void add(List<String> lines, String heading, List<String> names) {
    if (!names.isEmpty()) {
      List<String> some = names.subList(0, Math.min(names.size(), MOST_SHOWN));
      lines.add(
          heading
              + ": "
              + String.join(", ", some)
              + (names.size() > MOST_SHOWN
                  ? " and %s more".formatted(names.size() - MOST_SHOWN)
                  : ""));
    }
  }
}
