package org.novacat.persistence.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.commit.CommitSettings;
import org.novacat.persistence.commit.Replacement;
import org.novacat.persistence.commit.ReplacementResult;
import org.novacat.persistence.commit.UploadOutcome;
import org.novacat.persistence.commit.UploadResult;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.lock.Fence;
import org.novacat.persistence.photometry.PhotometryPart;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.UploadReview;
import org.novacat.persistence.photometry.UploadVerdict;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.store.Pointer;

/** Plausible photometry to put into a table. */
public final class Photometry {
  private static final Instant AT = Instant.parse("2026-02-21T20:45:10Z");
  private static final ItemMeta META =
      new ItemMeta(AT, AT, 1, JobRunId.parse("8fd9b429-5889-4c28-9548-9af35d5c4041"));

  private Photometry() {}

  /** Upload {@code n}, whose file says itself whose it is. */
  public static PhotometryUpload upload(int n) {
    return upload(n, null, Map.of());
  }

  public static PhotometryUpload upload(
      int n, @Nullable NovaId nova, Map<ObjectKey, ContentHash> companions) {
    return upload(n, nova, companions, Rights.NONE);
  }

  public static PhotometryUpload upload(
      int n, @Nullable NovaId nova, Map<ObjectKey, ContentHash> companions, Rights rights) {
    ContentHash hash = hash("upload " + n);
    IngestFileId id = IngestFileId.of(hash);
    String name = "upload-" + n + ".csv";
    Pointer raw =
        new Pointer("private", NovaCatKeys.uploadOriginal(id, name).key(), 100, "etag", hash);
    return new PhotometryUpload(
        id,
        name,
        nova,
        raw,
        companions,
        "operator_upload",
        rights,
        UploadStatus.WAITING,
        null,
        UploadReview.PENDING,
        META);
  }

  /** Ten rows for each nova, and one rejected. */
  public static UploadVerdict accepted(NovaId... novae) {
    long rows = 10L * novae.length;
    return new UploadVerdict(
        "csv",
        rows + 1,
        rows,
        1,
        List.of(novae),
        null,
        "quarantine/photometry/x/",
        Map.of(ObjectKey.of("quarantine/photometry/x/context.json"), hash("context")),
        hash("manifest"),
        "bands 1",
        AT);
  }

  public static UploadVerdict refused(FileRefusalCode code) {
    return new UploadVerdict(
        "",
        0,
        0,
        0,
        List.of(),
        new FileRefusal(code, "the message", "the remedy"),
        "q/",
        Map.of(ObjectKey.of("q/context.json"), hash("context")),
        null,
        "bands 1",
        AT);
  }

  /** The parts of an upload that {@link #accepted} speaks of. */
  public static List<PhotometryPart> parts(PhotometryUpload upload, NovaId... novae) {
    return Arrays.stream(novae)
        .map(
            nova ->
                new PhotometryPart(
                    nova, upload.id(), upload.raw(), parquet(upload, nova), 10, META))
        .toList();
  }

  private static Pointer parquet(PhotometryUpload upload, NovaId nova) {
    return new Pointer(
        upload.raw().bucket(),
        NovaCatKeys.uploadRows(upload.id(), nova).key(),
        70,
        "etag",
        hash("rows"));
  }

  /** A table of a nova, built for the {@code version}-th time. */
  public static PhotometryTable table(NovaId nova, long version) {
    Pointer object =
        new Pointer(
            "private",
            NovaCatKeys.photometryTable(nova).key(),
            100,
            "etag-" + version,
            hash("table " + version));
    return new PhotometryTable(
        nova,
        object,
        hash("metadata"),
        hash("plot"),
        "1.0.0",
        "1",
        hash("inputs " + version),
        8,
        10,
        2,
        1,
        3,
        1,
        15437.5,
        60000.25,
        new ItemMeta(AT, AT, version, META.updatedBy()));
  }

  /** Records a verdict; whether this run did. */
  public static boolean decide(
      Catalog catalog, PhotometryUpload upload, UploadVerdict verdict, List<PhotometryPart> parts) {
    List<UploadResult> results = new ArrayList<>();
    catalog
        .uploadCommitter(CommitSettings.DEFAULTS)
        .commit(List.of(new UploadOutcome(upload, verdict, parts)).iterator(), results::add);
    return results.get(0) instanceof UploadResult.Decided;
  }

  /** Records a table; whether this run did. */
  public static boolean record(
      Catalog catalog, PhotometryTable table, Fence fence, List<WorkItem> seen) {
    List<ReplacementResult<PhotometryTable>> results = new ArrayList<>();
    catalog
        .<PhotometryTable>replacementCommitter(CommitSettings.DEFAULTS)
        .commit(List.of(Replacement.of(table, fence, seen)).iterator(), results::add);
    return results.get(0) instanceof ReplacementResult.Recorded;
  }

  private static ContentHash hash(String text) {
    return ContentHash.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
