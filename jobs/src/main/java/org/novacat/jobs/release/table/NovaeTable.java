package org.novacat.jobs.release.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.novacat.jobs.parquet.TableParquet;
import org.novacat.jobs.votable.SkySystem;
import org.novacat.jobs.votable.TableForm;
import org.novacat.jobs.votable.TimeSystem;

/** Writes {@code tables/novae.parquet}: one row a nova. */
public final class NovaeTable {
  /** Version of the set of columns, semantic. */
  public static final String SCHEMA_VERSION = "1.0.0";

  private static final List<String> PLAIN = List.of("ra_deg", "dec_deg", "first_mjd", "last_mjd");

  private static final TableForm<NovaRow> FORM =
      TableForm.<NovaRow>described(NovaeTable.class, "novae.tsv", "novae")
          .column("nova_id", NovaRow::novaId)
          .column("name", NovaRow::name)
          .column("aliases", row -> SpectraTable.orNull(String.join("; ", row.aliases())))
          .column("ra_deg", row -> row.position() == null ? null : row.position().raDeg())
          .column("dec_deg", row -> row.position() == null ? null : row.position().decDeg())
          .column("n_spectra", row -> row.data().spectra())
          .column("n_photometry_rows", row -> row.data().photometryRows())
          .column("first_mjd", row -> row.data().firstMjd())
          .column("last_mjd", row -> row.data().lastMjd())
          .column("discovery", row -> SpectraTable.orNull(discovery(row)))
          .in(SkySystem.ICRS, TimeSystem.AS_REPORTED);

  private NovaeTable() {}

  /**
   * Writes a file on disk, replacing what is there; memory does not grow with the number of novae.
   *
   * @param rows sorted by id
   * @param facts what the VOTable metadata says of the whole table, by name
   * @throws IOException when the disk does; half a file is then left
   */
  public static void write(Iterator<NovaRow> rows, Path file, SortedMap<String, String> facts)
      throws IOException {
    Map<String, String> schema = Map.of("novacat.schema", "release-novae/" + SCHEMA_VERSION);
    new TableParquet<>(FORM, PLAIN).write(rows, file, schema, facts);
  }

  private static String discovery(NovaRow row) {
    return row.discovery().entrySet().stream()
        .map(fact -> fact.getKey() + "=" + fact.getValue())
        .collect(Collectors.joining("; "));
  }
}
