package org.novacat.jobs.bundle;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.content.NovaContents;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bundle.Bundle;

/** What a run would do. */
record BundlePreview(List<Line> all) implements Report {
  private static final int MOST_SHOWN = 20;

  BundlePreview {
    all = List.copyOf(all);
  }

  /**
   * One nova.
   *
   * @param isBuilt whether a bundle would be built; else only its work is done
   * @param why what changed
   */
  record Line(NovaContent content, boolean isBuilt, String why) {}

  /** Of novae that are due, from items alone. */
  static BundlePreview of(Catalog catalog, Clock clock, List<DueBundle> due) {
    NovaContents contents = new NovaContents(catalog, clock);
    List<Line> lines = new ArrayList<>();
    for (DueBundle one : due) {
      Optional<NovaContent> content = contents.find(one.nova());
      Bundle before = catalog.bundles().find(one.nova()).orElse(null);
      content.ifPresent(found -> lines.add(line(one, found, before)));
    }
    return new BundlePreview(lines);
  }

  private static Line line(DueBundle due, NovaContent content, @Nullable Bundle before) {
    boolean differs =
        before == null
            ? BundleForm.hasData(content)
            : !before.content().equals(BundleForm.fingerprint(content));
    String queued =
        due.queue().stream()
            .map(work -> work.type().name())
            .distinct()
            .sorted()
            .collect(joining(", "));
    String why = due.again() ? "asked for" : queued.isEmpty() ? "content differs" : queued;
    boolean lost = queued.contains("OBJECTS") && before != null;
    return new Line(content, differs || due.again() || lost, why);
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object().put("job", "bundle").put("dry_run", true);
    var novae = root.putArray("novae");
    for (Line line : all) {
      NovaContent content = line.content();
      ObjectNode node = novae.addObject().put("nova_id", content.id().toString());
      node.put("primary_name", content.primaryName()).put("build", line.isBuilt());
      node.put("why", line.why()).put("spectra", content.spectra().size());
      node.put("bytes", content.bytes());
    }
    return root;
  }

  @Override
  public List<String> lines() {
    TextTable table = new TextTable("nova", "spectra", "bytes", "build", "why");
    all.stream()
        .limit(MOST_SHOWN)
        .forEach(
            line ->
                table.row(
                    line.content().primaryName(),
                    line.content().spectra().size(),
                    line.content().bytes(),
                    line.isBuilt() ? "yes" : "unchanged",
                    line.why()));
    List<String> lines = new ArrayList<>(table.lines());
    if (all.size() > MOST_SHOWN) {
      lines.add(String.format(Locale.ROOT, "and %,d more", all.size() - MOST_SHOWN));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "Would build %,d bundles. Nothing was written.",
            all.stream().filter(Line::isBuilt).count()));
    return lines;
  }
}
