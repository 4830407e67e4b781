package org.novacat.jobs.photometry;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.photometry.PhotometryTable;
import picocli.CommandLine.Command;

/** {@code novacat photometry list}. */
@Command(
    name = "list",
    description = "The photometry tables, one a nova, with their rows and spans.",
    footer = {"", "Example: novacat photometry list --output json"})
public final class PhotometryListCommand extends StoreCommand {
  @Override
  protected ExitCode run(Stores stores) {
    List<PhotometryTable> all = stores.catalog().photometryTables().list().toList();
    Map<NovaId, String> names =
        stores.catalog().novae().names(all.stream().map(PhotometryTable::novaId).toList());
    TextTable text = new TextTable("nova", "rows", "limits", "uploads", "from MJD", "to MJD");
    print(
        all.stream()
            .map(table -> new Named(names.getOrDefault(table.novaId(), ""), table))
            .sorted(comparing(Named::name)),
        one -> json(one.table(), one.name()),
        text,
        one -> row(text, one.table(), one.name()),
        "No photometry table yet (novacat register --photometry).");
    return ExitCode.OK;
  }

  private record Named(String name, PhotometryTable table) {}

  private static ObjectNode json(PhotometryTable table, String name) {
    ObjectNode root = Json.object().put("nova_id", table.novaId().toString());
    root.put("primary_name", name).put("rows", table.rows()).put("limits", table.limits());
    root.put("uploads", table.uploads()).put("duplicates", table.duplicates());
    root.put("mjd_min", table.mjdMin()).put("mjd_max", table.mjdMax());
    return root.put("key", table.object().key().toString());
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
