package org.novacat.jobs.admin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import picocli.CommandLine.Command;

/** {@code novacat queue}. */
@Command(
    name = "queue",
    description = "Novae of which something changed, so that what is made from them is due.",
    footer = {"", "Example: novacat queue --output json"})
public final class QueueCommand extends StoreCommand {
  @Override
  protected ExitCode run(Stores stores) {
    List<QueuedNova> queued = queued(stores);
    if (json()) {
      queued.forEach(one -> out().println(Json.line(one.json())));
    } else if (queued.isEmpty()) {
      out().println("Nothing is due.");
    } else {
      TextTable table = new TextTable("nova", "changed", "entries", "since", "id");
      queued.forEach(one -> one.row(table));
      table.lines().forEach(out()::println);
    }
    return ExitCode.OK;
  }

  private static List<QueuedNova> queued(Stores stores) {
    Map<NovaId, List<WorkItem>> byNova =
        stores
            .catalog()
            .workQueue()
            .list(WorkConsumer.TABLE)
            .collect(groupingBy(WorkItem::novaId, TreeMap::new, toList()));
    Map<NovaId, String> names = stores.catalog().novae().names(byNova.keySet());
    return byNova.entrySet().stream()
        .flatMap(
            one ->
                QueuedNova.of(
                    one.getKey(), names.getOrDefault(one.getKey(), "(gone)"), one.getValue()))
        .toList();
  }
}
