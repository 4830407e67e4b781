package org.novacat.jobs.photometry.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.novacat.jobs.export.TableFiles;
import org.novacat.jobs.photometry.table.PhotometrySystems;
import org.novacat.jobs.photometry.table.TableInfo;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;

/**
 * Writes a table on the local disk for other programs, row by row. Equal tables give equal bytes;
 * streams are left open.
 */
public final class PhotometryFiles {
  private PhotometryFiles() {}

  /** A VOTable. */
  public static void voTable(Path table, SortedMap<String, String> facts, OutputStream out)
      throws IOException {
    TableFiles.voTable(rows(table, facts), "", PhotometrySystems.ALL, out);
  }

  /** Comma-separated values, the names of the columns before them. */
  public static void csv(Path table, SortedMap<String, String> facts, OutputStream out)
      throws IOException {
    TableFiles.csv(rows(table, facts), out);
  }

  private static PhotometryStarTable rows(Path table, SortedMap<String, String> facts)
      throws IOException {
    return new PhotometryStarTable(table, TableInfo.of(table), facts);
  }

  /**
   * What such files say of the whole table, by name.
   *
   * @param target primary name of the nova
   */
  public static SortedMap<String, String> facts(
      NovaId nova, String target, TableInfo info, ContentHash table) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("nova_id", nova.toString());
    facts.put("target", target);
    facts.put("photometry_schema_version", info.schemaVersion());
    facts.put("band_registry_version", info.registryVersion());
    facts.put("table_sha256", table.hex());
    return facts;
  }
}
