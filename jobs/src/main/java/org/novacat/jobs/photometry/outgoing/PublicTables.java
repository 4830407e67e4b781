package org.novacat.jobs.photometry.outgoing;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.content.PhotometryContent;
import org.novacat.jobs.content.UploadContent;
import org.novacat.jobs.photometry.build.DraftTable;
import org.novacat.jobs.photometry.build.PartRows;
import org.novacat.jobs.photometry.outgoing.PublicPhotometry.PublicTable;
import org.novacat.jobs.photometry.table.PhotometryTableReader;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.photometry.DataRights;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.Pointer;
import org.novacat.transforms.photometry.band.BandRegistry;
import org.novacat.transforms.photometry.row.PackedRows;
import org.novacat.transforms.photometry.row.TableRows;

/** Makes the table of a nova that everybody may see, in a file. */
final class PublicTables {
  /** No document or picture beside a table has more bytes. */
  private static final long LARGEST = 1L << 28;

  private final Archive archive;
  private final NovaContent nova;
  private final PhotometryContent of;
  private final Path file;
  private final Map<IngestFileId, UploadContent> open;

  PublicTables(Archive archive, NovaContent nova, PhotometryContent of, Path file) {
    this.archive = archive;
    this.nova = nova;
    this.of = of;
    this.file = file;
    this.open =
        of.uploads().stream()
            .filter(UploadContent::isPublic)
            .collect(toMap(UploadContent::id, upload -> upload));
  }

  /** The table; null when no row may be seen. */
  @Nullable PublicTable table() throws IOException {
    archive.fetch(of.table(), file).get();
    byte[] metadata =
        archive.read(NovaCatKeys.photometryMetadata(nova.id()).key(), of.metadata(), LARGEST).get();
    byte[] plot =
        archive.read(NovaCatKeys.lightcurvePng(nova.id()).key(), of.plot(), LARGEST).get();
    return isOpen(metadata) && areOpen(file)
        ? new PublicTable(file, of.table().sha256(), metadata, plot, open.keySet(), true)
        : madeAnew();
  }

  /** Whether it names no upload but those that everybody may know of. */
  private boolean isOpen(byte[] metadata) {
    for (JsonNode upload : Json.parse(metadata).path("ingest-files")) {
      if (!isOpen(upload.path("ingest-file-id").asText())) {
        return false;
      }
    }
    return of.uploads().size() == open.size();
  }

  private boolean isOpen(String upload) {
    return open.keySet().stream().anyMatch(id -> id.toString().equals(upload));
  }

  /** The table may be older than what the items say of its uploads. */
  private boolean areOpen(Path table) {
    Set<IngestFileId> closed = new HashSet<>();
    PhotometryTableReader.forEach(
        table,
        row -> {
          if (!isOpen(row) || !open.containsKey(row.upload().id())) {
            closed.add(row.upload().id());
          }
        });
    return closed.isEmpty();
  }

  private static boolean isOpen(PhotometryRow row) {
    return row.upload().rights() != DataRights.PROPRIETARY;
  }

  private @Nullable PublicTable madeAnew() throws IOException {
    RowNova target = target();
    PackedRows rows = new PackedRows();
    Map<RowRejectionCode, Integer> rejected = new EnumMap<>(RowRejectionCode.class);
    SortedMap<IngestFileId, ContentHash> uploads = new TreeMap<>(comparing(IngestFileId::toString));
    for (UploadContent upload : of.uploads()) {
      if (upload.isPublic()) {
        int before = rows.size();
        Map<RowRejectionCode, Integer> refused = add(upload, target, rows);
        if (rows.size() > before) {
          refused.forEach((code, count) -> rejected.merge(code, count, Integer::sum));
          uploads.put(upload.id(), upload.sha256());
        }
      }
    }
    return rows.isEmpty() ? null : written(target, rows, rejected, uploads);
  }

  private Map<RowRejectionCode, Integer> add(
      UploadContent upload, RowNova target, PackedRows rows) {
    Pointer part = upload.rows();
    if (part == null) {
      throw new RowsNotKept(nova.id(), upload.id());
    }
    return PartRows.read(
        archive,
        part,
        target,
        row -> {
          if (isOpen(row)) {
            rows.add(row);
          }
        });
  }

  private PublicTable written(
      RowNova target,
      PackedRows rows,
      Map<RowRejectionCode, Integer> rejected,
      SortedMap<IngestFileId, ContentHash> uploads)
      throws IOException {
    DraftTable draft = DraftTable.write(target, TableRows.of(rows, BandRegistry.standard()), file);
    ContentHash sha256;
    try (var in = Content.of(file).open()) {
      sha256 = ContentHash.of(in);
    }
    return new PublicTable(
        file,
        sha256,
        draft.metadata(uploads, rejected, sha256),
        draft.plot(),
        uploads.keySet(),
        false);
  }

  private RowNova target() {
    Double ra = nova.raDeg();
    Double dec = nova.decDeg();
    return new RowNova(
        nova.id(),
        nova.primaryName(),
        ra == null ? Double.NaN : ra,
        dec == null ? Double.NaN : dec);
  }
}
