package org.novacat.jobs.spectra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;

/** What {@code ingest-spectra --dry-run} shows. */
record IngestPlanReport(IngestPlan plan) implements Report {
  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("job", "ingest-spectra").put("dry_run", true).put("plan_id", plan.id());
    root.put("planned", plan.products()).put("bytes", plan.bytes()).put("novae", plan.novae());
    root.put("maybe_duplicates", plan.products() - plan.first());
    root.put("not_yet", plan.notYet());
    return root;
  }

  @Override
  public List<String> lines() {
    TextTable table = new TextTable("plan " + plan.id().substring(0, 12), "count");
    table.row("spectra to validate", plan.products());
    table.row("of novae", plan.novae());
    table.row("bytes to read", plan.bytes());
    table.row("maybe duplicates, looked at last", plan.products() - plan.first());
    table.row("waiting after a failure", plan.notYet());
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("Nothing was written.");
    return lines;
  }
}
