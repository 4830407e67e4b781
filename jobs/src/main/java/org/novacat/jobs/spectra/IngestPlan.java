package org.novacat.jobs.spectra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.Temporary;

/**
 * What a run will do, as a value, and as {@code ingest-spectra --dry-run} shows it: the products
 * are in {@code file}, in the order in which they will be handed to tasks. Closing it removes the
 * file.
 *
 * @param id equal plans have equal ids
 * @param products number of products
 * @param first how many of them come before the ones whose bytes an earlier one may have; those
 *     wait until all before them are committed
 * @param bytes of all raw files
 * @param novae number of novae with a product in the plan
 * @param notYet eligible products whose wait after a failure has not ended
 */
record IngestPlan(
    Path file, String id, long products, long first, long bytes, long novae, long notYet)
    implements Report, AutoCloseable {
  /** How many come after {@link #first}. */
  long last() {
    return products - first;
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object().put("job", "ingest-spectra").put("dry_run", true);
    root.put("plan_id", id).put("planned", products).put("bytes", bytes).put("novae", novae);
    return root.put("maybe_duplicates", last()).put("not_yet", notYet);
  }

  @Override
  public List<String> lines() {
    TextTable table = new TextTable("plan " + id.substring(0, 12), "count");
    table.row("spectra to validate", products);
    table.row("of novae", novae);
    table.row("bytes to read", bytes);
    table.row("maybe duplicates, looked at last", last());
    table.row("waiting after a failure", notYet);
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("Nothing was written.");
    return lines;
  }

  @Override
  public void close() {
    Temporary.delete(file);
  }
}
