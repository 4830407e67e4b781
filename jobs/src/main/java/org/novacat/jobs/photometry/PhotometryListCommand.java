package org.novacat.jobs.photometry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.persistence.item.Nova;
import org.novacat.persistence.item.PhotometryTable;
import picocli.CommandLine.Command;

/** {@code novacat photometry list}. */
@Command(
    name = "list",
    description = "The photometry tables, one a nova, with their rows and spans.",
    footer = {"", "Example: novacat photometry list --output json"})
public final class PhotometryListCommand extends StoreCommand {
  @Override
  protected ExitCode run(Stores stores) {
    try (Stream<PhotometryTable> tables = stores.catalog().photometryTables().list()) {
      if (json()) {
        tables.forEach(table -> out().println(Json.line(json(table, name(stores, table)))));
      } else {
        TextTable text = new TextTable("nova", "rows", "limits", "uploads", "from MJD", "to MJD");
        tables.forEach(table -> row(text, table, name(stores, table)));
        print(text);
      }
    }
    return ExitCode.OK;
  }

  private void print(TextTable text) {
    if (text.size() == 0) {
      out().println("No photometry table yet (novacat register --photometry).");
    } else {
      text.lines().forEach(out()::println);
    }
  }

  private static String name(Stores stores, PhotometryTable table) {
    return stores.catalog().novae().find(table.novaId()).map(Nova::primaryName).orElse("");
  }

  private static ObjectNode json(PhotometryTable table, String name) {
    ObjectNode root = Json.object().put("nova_id", table.novaId().toString());
    root.put("primary_name", name).put("rows", table.rows()).put("limits", table.limits());
    root.put("uploads", table.uploads()).put("duplicates", table.duplicates());
    root.put("mjd_min", table.mjdMin()).put("mjd_max", table.mjdMax());
    return root.put("key", table.object().key());
  }

  private static void row(TextTable text, PhotometryTable table, String name) {
    text.row(
        name,
        table.rows(),
        table.limits(),
        table.uploads(),
        days(table.mjdMin()),
        days(table.mjdMax()));
  }

  private static String days(@Nullable Double mjd) {
    return mjd == null ? "" : String.format(Locale.ROOT, "%.2f", mjd);
  }
}
