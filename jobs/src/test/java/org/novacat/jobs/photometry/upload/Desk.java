package org.novacat.jobs.photometry.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.novacat.jobs.photometry.table.PhotometryPartFile;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.nova.IdentityStatus;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.nova.NovaBook;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.Pointer;

/** Decides uploads as an executor does, on a folder, without Spark and without a table. */
public final class Desk implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  public final ObjectStore store;
  public final Archive archive;
  UploadDecision.Limits limits = new UploadDecision.Limits(Long.MAX_VALUE, Duration.ofSeconds(60));
  private final List<Nova> novae = new ArrayList<>();

  public Desk(Path folder, String... names) {
    store = ObjectStores.create(StoreLocation.local(folder));
    archive = new Archive(store, "bucket");
    for (String name : names) {
      novae.add(
          nova(
              name,
              NovaId.parse(
                  String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", novae.size()))));
    }
  }

  private static Nova nova(String name, NovaId id) {
    ItemMeta meta = new ItemMeta(NOW, NOW, 1, JobRunId.mint());
    return new Nova(
        id, name, List.of(), null, IdentityStatus.ACTIVE, null, null, List.of(), Map.of(), meta);
  }

  NovaBook book() {
    return NovaBook.of(novae.stream());
  }

  public NovaId id(String nova) {
    return book().named(nova).get(0);
  }

  /** Registers a file without a nova of its own; {@code sidecar} is "" when there is none. */
  public PlannedUpload register(String name, byte[] bytes, String sidecar) {
    ContentHash hash = ContentHash.of(bytes);
    IngestFileId id = IngestFileId.of(hash);
    Pointer raw =
        archive.write(NovaCatKeys.uploadOriginal(id, "file"), Content.of(bytes)).pointer();
    TreeMap<ObjectKey, ContentHash> companions = new TreeMap<>();
    if (!sidecar.isEmpty()) {
      LayoutKey beside = NovaCatKeys.uploadOriginal(id, "file.sidecar.json");
      archive.write(beside, Content.of(sidecar.getBytes(UTF_8)));
      companions.put(beside.key(), ContentHash.of(sidecar.getBytes(UTF_8)));
    }
    return new PlannedUpload(id, name, raw, companions, null, "operator_upload", NOW, NOW, null);
  }

  public DecidedUpload decide(PlannedUpload upload) {
    return UploadDecision.of(archive, book(), upload, limits);
  }

  public DecidedUpload decide(String name, String text, String sidecar) {
    return decide(register(name, text.getBytes(UTF_8), sidecar));
  }

  /** An object below the quarantine of an upload, as text. */
  String quarantined(DecidedUpload upload, String name) {
    return new String(store.read(ObjectKey.of(upload.quarantinePrefix() + name), 1L << 20), UTF_8);
  }

  /** The rows of a nova in a part of an upload, as a rebuild takes them. */
  List<PhotometryRow> rows(DecidedUpload.Part part) {
    List<PhotometryRow> rows = new ArrayList<>();
    RowNova nova = new RowNova(part.nova(), "", Double.NaN, Double.NaN);
    try {
      PhotometryPartFile.read(
          archive.read(part.parquet(), 1L << 30).get(),
          nova,
          row -> rows.add(RowMaker.placed(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  @Override
  public void close() {
    store.close();
  }
}
