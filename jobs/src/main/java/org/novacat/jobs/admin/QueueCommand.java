package org.novacat.jobs.admin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.novacat.jobs.admin.RunsCommand.RunReport;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code novacat queue}. */
@Command(
    name = "queue",
    description = "Novae of which something changed, so that what is made from them is due.",
    footer = {"", "Example: novacat queue --output json"})
public final class QueueCommand extends StoreCommand {
  @Option(
      names = "--for",
      paramLabel = "WHAT",
      defaultValue = "table",
      description = "What is made from them: ${COMPLETION-CANDIDATES}. Default: table")
  private WorkConsumer consumer = WorkConsumer.TABLE;

  @Override
  protected ExitCode run(Stores stores) {
    TextTable table = new TextTable("nova", "changed", "entries", "since", "id");
    print(
        queued(stores, consumer),
        QueuedNova::json,
        table,
        one -> one.row(table),
        "Nothing is due.");
    return ExitCode.OK;
  }

  private static Stream<QueuedNova> queued(Stores stores, WorkConsumer consumer) {
    Map<NovaId, List<WorkItem>> byNova =
        stores
            .catalog()
            .workQueue()
            .list(consumer)
            .collect(groupingBy(WorkItem::novaId, TreeMap::new, toList()));
    Map<NovaId, String> names = stores.catalog().novae().names(byNova.keySet());
    return byNova.entrySet().stream()
        .flatMap(
            one ->
                QueuedNova.of(
                    one.getKey(), names.getOrDefault(one.getKey(), "(gone)"), one.getValue()));
  }

  /** What the work queue holds of one kind for one nova. */
  private record QueuedNova(
      NovaId id, String name, DirtyType changed, long entries, Instant since) {
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
}
