package org.novacat.jobs.register;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;

/**
 * What {@code novacat register} did. Every file, manifest row and archive member stands in one
 * count.
 *
 * @param read how many there were
 * @param registered new products
 * @param known products that the table knew with the same bytes
 * @param rejected the others, each with its reason
 * @param skipped names in a folder that are no raw files
 */
record RegisterReport(
    long read, long registered, long known, List<Rejection> rejected, List<String> skipped)
    implements Report {
  private static final int MOST_SHOWN = 20;

  RegisterReport {
    rejected = List.copyOf(rejected);
    skipped = List.copyOf(skipped);
    if (registered + known + rejected.size() != read) {
      throw new IllegalStateException(
          "Cannot report registration: %s read, but %s registered, %s known, %s rejected"
              .formatted(read, registered, known, rejected.size()));
    }
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("job", "register").put("read", read);
    root.put("registered", registered).put("known", known).put("rejected", rejected.size());
    ObjectNode codes = root.putObject("rejected_by_code");
    byCode().forEach((code, count) -> codes.put(code.name(), count));
    ArrayNode list = root.putArray("rejections");
    for (Rejection rejection : rejected) {
      list.addObject()
          .put("where", rejection.where())
          .put("code", rejection.code().name())
          .put("message", rejection.message());
    }
    ArrayNode names = root.putArray("skipped");
    skipped.forEach(names::add);
    return root;
  }

  private Map<RejectCode, Long> byCode() {
    Map<RejectCode, Long> counts = new EnumMap<>(RejectCode.class);
    rejected.forEach(rejection -> counts.merge(rejection.code(), 1L, Long::sum));
    return counts;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    TextTable table = new TextTable("files", "count").row("registered", registered);
    table.row("known already", known).row("rejected", rejected.size());
    lines.addAll(table.lines());
    rejected.stream()
        .limit(MOST_SHOWN)
        .forEach(rejection -> lines.add(rejection.code() + "  " + rejection.message()));
    if (rejected.size() > MOST_SHOWN) {
      lines.add(
          String.format(
              Locale.ROOT, "and %,d more (all with --output json)", rejected.size() - MOST_SHOWN));
    }
    if (!skipped.isEmpty()) {
      lines.add(
          "Skipped: "
              + String.join(", ", skipped.subList(0, Math.min(skipped.size(), MOST_SHOWN)))
              + (skipped.size() > MOST_SHOWN ? ", …" : ""));
    }
    if (registered == 0 && rejected.isEmpty()) {
      lines.add("Nothing new. Nothing was written.");
    }
    return lines;
  }
}
