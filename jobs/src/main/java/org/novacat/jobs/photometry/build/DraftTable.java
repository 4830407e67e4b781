package org.novacat.jobs.photometry.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.novacat.jobs.photometry.table.MetadataJson;
import org.novacat.jobs.photometry.table.PhotometryParquet;
import org.novacat.jobs.photometry.table.TableInfo;
import org.novacat.jobs.photometry.table.TableSummary;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.transforms.photometry.band.BandRegistry;
import org.novacat.transforms.photometry.band.Grouping;
import org.novacat.transforms.photometry.row.TableRows;
import org.novacat.transforms.plot.LightCurvePlot;
import org.novacat.transforms.plot.LightCurves;

/** A table on the local disk, and what stands beside it. Equal rows give equal bytes of all. */
public final class DraftTable {
  private final RowNova nova;
  private final TableSummary summary = new TableSummary();
  private final LightCurves curves = new LightCurves(BandRegistry.standard(), Grouping.JOINED);

  private DraftTable(RowNova nova) {
    this.nova = nova;
  }

  /**
   * Writes a table to a file, replacing what is there, and reads it back.
   *
   * @throws IOException when the disk fails; half a file is then left
   */
  public static DraftTable write(RowNova nova, TableRows table, Path file) throws IOException {
    DraftTable draft = new DraftTable(nova);
    PhotometryParquet.write(
        table.rows().stream().peek(draft.summary::add).peek(draft.curves::add).iterator(),
        file,
        BandRegistry.standard().version(),
        facts(nova));
    checkRows(file, table.rows().size());
    return draft;
  }

  private static SortedMap<String, String> facts(RowNova nova) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("nova_id", nova.id().toString());
    facts.put("target", nova.primaryName());
    facts.put("photometry_schema_version", PhotometryColumn.SCHEMA_VERSION);
    return facts;
  }

  /** What was written can be read, before it takes the place of what is there. */
  private static void checkRows(Path file, int rows) throws IOException {
    long found = TableInfo.of(file).rows();
    if (found != rows) {
      throw new IllegalStateException(
          "Cannot use table: %s rows were written, %s are there".formatted(rows, found));
    }
  }

  /** Counts over its rows. */
  public TableSummary summary() {
    return summary;
  }

  /**
   * {@code metadata.json}.
   *
   * @param uploads the files that rows came from, and the SHA-256 of each
   * @param rejected rows of those files that were rejected, by code
   * @param table SHA-256 of the file
   */
  public byte[] metadata(
      SortedMap<IngestFileId, ContentHash> uploads,
      Map<RowRejectionCode, Integer> rejected,
      ContentHash table) {
    String registry = BandRegistry.standard().version();
    return new MetadataJson(nova, registry, summary, uploads, rejected, table).bytes();
  }

  /** {@code lightcurve.png}. */
  public byte[] plot() {
    return LightCurvePlot.png(curves, nova.primaryName());
  }
}
