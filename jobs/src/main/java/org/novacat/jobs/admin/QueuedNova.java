package org.novacat.jobs.admin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.TextTable;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkItem;

/**
 * What the work queue holds of one kind for one nova.
 *
 * @param since when the first change of these was
 */
record QueuedNova(NovaId id, String name, DirtyType changed, long entries, Instant since) {
  /** The work of one nova, kind by kind. */
  static Stream<QueuedNova> of(NovaId id, String name, List<WorkItem> work) {
    return work.stream()
        .collect(groupingBy(WorkItem::type, TreeMap::new, toList()))
        .entrySet()
        .stream()
        .map(
            one ->
                new QueuedNova(
                    id, name, one.getKey(), one.getValue().size(), first(one.getValue())));
  }

  private static Instant first(List<WorkItem> work) {
    return work.stream().map(one -> one.meta().createdAt()).min(Instant::compareTo).orElseThrow();
  }

  ObjectNode json() {
    ObjectNode root = Json.object().put("nova_id", id.toString()).put("primary_name", name);
    root.put("dirty_type", changed.name()).put("entries", entries);
    return root.put("since", since.toString());
  }

  void row(TextTable table) {
    table.row(name, changed, entries, RunReport.seconds(since), id);
  }
}
