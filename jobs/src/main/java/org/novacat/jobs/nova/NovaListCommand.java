package org.novacat.jobs.nova;

import java.util.stream.Stream;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.persistence.nova.Nova;
import picocli.CommandLine.Command;

/** {@code novacat nova list}. */
@Command(
    name = "list",
    description = "List all novae.",
    footer = {"", "Example: novacat nova list --output json"})
public final class NovaListCommand extends StoreCommand {
  @Override
  protected ExitCode run(Stores stores) {
    try (Stream<Nova> novae = stores.catalog().novae().list()) {
      if (json()) {
        novae.forEach(nova -> out().println(Json.line(new NovaReport(nova, "").json())));
      } else {
        TextTable table = new TextTable("name", "id", "position", "identity", "aliases");
        novae.forEach(nova -> row(table, nova));
        if (table.size() == 0) {
          out().println("No nova yet (add one with 'novacat nova add').");
        } else {
          table.lines().forEach(out()::println);
        }
      }
    }
    return ExitCode.OK;
  }

  private static void row(TextTable table, Nova nova) {
    table.row(
        nova.primaryName(),
        nova.id(),
        NovaReport.place(nova),
        nova.identityStatus(),
        String.join(", ", nova.aliases()));
  }
}
