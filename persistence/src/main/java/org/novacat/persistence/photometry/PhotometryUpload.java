package org.novacat.persistence.photometry;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.persistence.file.PointerFields;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Common;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.SchemaVersion;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.state.ManualReviewStatus;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Write;

/**
 * One photometry file as somebody gave it.
 *
 * @param id made from its bytes
 * @param filename as it was called
 * @param novaId whose it is, when who gave it said so; null when the file itself has to say
 * @param raw its bytes
 * @param companions what was given with it, a sidecar or a ReadMe: SHA-256 by object key; at most
 *     {@link #MOST_COMPANIONS}, because its item holds them all
 * @param dataOrigin {@code literature}, {@code operator_upload} or {@code donor_submission}
 * @param rights what others may do with it, as who gave it said
 * @param verdict null while it waits for the first time; the last one while it waits again
 * @param review what a person has said to the verdict
 */
public record PhotometryUpload(
    IngestFileId id,
    String filename,
    @Nullable NovaId novaId,
    Pointer raw,
    Map<ObjectKey, ContentHash> companions,
    String dataOrigin,
    Rights rights,
    UploadStatus status,
    @Nullable UploadVerdict verdict,
    UploadReview review,
    ItemMeta meta)
    implements Stored {
  /** Files that may explain one upload; none has more than two today. */
  public static final int MOST_COMPANIONS = 20;

  private static final Field<NovaId> NOVA_ID = Field.optional("nova_id", Types.NOVA_ID);
  private static final Field<Map<ObjectKey, ContentHash>> COMPANIONS =
      Field.optional("companions", Types.OBJECT_HASHES);
  private static final Field<String> DATA_ORIGIN = Field.required("data_origin", Types.WORDS);
  private static final Field<UploadStatus> STATUS =
      Field.required("upload_status", Types.oneOf(UploadStatus.class));

  /** Uploads that waited stood in the index once; they leave it with the next change. */
  private static final Field<String> GSI1PK = Field.optional(Table.INDEX_PARTITION, Types.TEXT);

  private static final Field<String> GSI1SK = Field.optional(Table.INDEX_SORT, Types.TEXT);

  private static final RecordType<FileRefusal> REFUSAL =
      RecordType.of(FileRefusal.class)
          .required("refusal_code", Types.oneOf(FileRefusalCode.class), FileRefusal::code)
          .since("refusal_message", Types.SENTENCE, FileRefusal::message, "")
          .since("refusal_remedy", Types.SENTENCE, FileRefusal::remedy, "");
  private static final RecordType<UploadVerdict> VERDICT =
      RecordType.of(UploadVerdict.class)
          .since("source_format", Types.WORDS, UploadVerdict::format, "")
          .required("rows_read", Types.WHOLE, UploadVerdict::rows)
          .required("rows_accepted", Types.WHOLE, UploadVerdict::accepted)
          .required("rows_rejected", Types.WHOLE, UploadVerdict::rejected)
          .since("novae", Types.NOVA_IDS, UploadVerdict::novae, List.of())
          .perhaps(REFUSAL, UploadVerdict::refusal)
          .since("quarantine_prefix", Types.TEXT, UploadVerdict::quarantinePrefix, "")
          .known("quarantined_sha256", Types.OBJECT_HASHES, UploadVerdict::quarantined, Map.of())
          .optional("manifest_sha256", Types.HASH, UploadVerdict::manifest)
          .since("rules_version", Types.TEXT, UploadVerdict::rules, "")
          .required("decided_at", Types.INSTANT, UploadVerdict::at)
          .toldBy("decided_at");

  /** Absent while nobody has said anything. */
  private static final Field<ManualReviewStatus> REVIEW =
      Field.optional("manual_review_status", Types.oneOf(ManualReviewStatus.class));

  private static final Field<String> REVIEW_REASON =
      Field.optional("manual_review_reason", Types.SENTENCE);

  private static final RecordType<PhotometryUpload> FIELDS =
      RecordType.of(PhotometryUpload.class)
          .required("ingest_file_id", Types.INGEST_FILE_ID, PhotometryUpload::id)
          .required("filename", Types.TEXT, PhotometryUpload::filename)
          .field(NOVA_ID, PhotometryUpload::novaId)
          .part(PointerFields.OBJECT, PhotometryUpload::raw)
          .since(COMPANIONS, PhotometryUpload::companions, Map.of())
          .field(DATA_ORIGIN, PhotometryUpload::dataOrigin)
          .part(Rights.FIELDS, PhotometryUpload::rights)
          .field(STATUS, PhotometryUpload::status)
          .perhaps(VERDICT, PhotometryUpload::verdict)
          .part(
              RecordType.of(UploadReview.class)
                  .known(REVIEW, UploadReview::status, ManualReviewStatus.PENDING)
                  .known(REVIEW_REASON, UploadReview::why, ""),
              PhotometryUpload::review);

  /** As an item; the first version stood in the index while it waited. */
  public static final ItemType<PhotometryUpload> ITEM =
      new ItemType<>(
          new Shape(
              "PhotometryUpload",
              "UPLOADS#<shard>",
              "UPLOAD#<ingest_file_id>",
              new SchemaVersion(2, 0),
              FIELDS.fields(),
              List.of(first -> first)),
          FIELDS,
          upload -> Keys.upload(upload.id()));

  public PhotometryUpload {
    requireNonNull(id, "id is null");
    requireNonNull(filename, "filename is null");
    requireNonNull(raw, "raw is null");
    requireNonNull(dataOrigin, "dataOrigin is null");
    requireNonNull(rights, "rights is null");
    requireNonNull(status, "status is null");
    requireNonNull(review, "review is null");
    requireNonNull(meta, "meta is null");
    if (companions.size() > MOST_COMPANIONS) {
      throw new IllegalArgumentException(
          "Cannot register upload '%s': it has %s companions, and %s are allowed (leave some out)"
              .formatted(filename, companions.size(), MOST_COMPANIONS));
    }
    companions = Collections.unmodifiableMap(new TreeMap<>(companions));
  }

  /** Whether it waits for a verdict. */
  public boolean isWaiting() {
    return status == UploadStatus.WAITING;
  }

  /** Whether it, or rows of it, are in quarantine; also while it waits for an approved retry. */
  public boolean isInQuarantine() {
    return switch (status) {
      case WAITING -> review.status() == ManualReviewStatus.CLEARED_RETRY_APPROVED;
      case ACCEPTED -> verdict != null && verdict.rejected() > 0;
      case REFUSED -> true;
      case REJECTED -> false;
    };
  }

  /**
   * Whether its verdict gives a nova rows. A part that no verdict speaks of is what a run left that
   * died between the parts of many novae and the verdict.
   */
  public boolean hasRowsOf(NovaId nova) {
    return verdict != null && verdict.novae().contains(nova);
  }

  /**
   * Whether the other says the same of the file, whatever became of it. Who says nothing of rights
   * takes back none.
   */
  public boolean isSameAs(PhotometryUpload other) {
    return id.equals(other.id)
        && Objects.equals(novaId, other.novaId)
        && companions.equals(other.companions)
        && dataOrigin.equals(other.dataOrigin)
        && other.rights.onto(rights).equals(rights);
  }

  /** A known file waits again, with what was said of it now. */
  public static Write again(PhotometryUpload known, PhotometryUpload said, Stamp stamp) {
    return waiting(known, stamp)
        .set(Rights.FIELDS, said.rights().onto(known.rights()))
        .set(NOVA_ID, said.novaId())
        .set(COMPANIONS, said.companions())
        .set(DATA_ORIGIN, said.dataOrigin())
        .remove(REVIEW)
        .remove(REVIEW_REASON)
        .when(known.meta().asRead());
  }

  /** It waits again as it is, by a person's word. */
  public static Write retried(PhotometryUpload known, Stamp stamp) {
    return waiting(known, stamp)
        .set(REVIEW, ManualReviewStatus.CLEARED_RETRY_APPROVED)
        .when(known.meta().asRead());
  }

  /** A person refuses it for good. */
  public static Write rejected(PhotometryUpload known, String why, Stamp stamp) {
    return Changes.of(Keys.upload(known.id()), stamp)
        .set(STATUS, UploadStatus.REJECTED)
        .set(REVIEW, ManualReviewStatus.CLEARED_TERMINAL)
        .set(REVIEW_REASON, why.isEmpty() ? null : why)
        .when(known.meta().asRead());
  }

  /** It stays as it is, and whoever read it before can no longer decide it. */
  static Write fenced(PhotometryUpload known, Stamp stamp) {
    return Changes.of(Keys.upload(known.id()), stamp).when(known.meta().asRead());
  }

  private static Changes waiting(PhotometryUpload known, Stamp stamp) {
    return Changes.of(Keys.upload(known.id()), stamp)
        .set(STATUS, UploadStatus.WAITING)
        .set(Common.SCHEMA_VERSION, ITEM.shape().version().toString())
        .remove(GSI1PK)
        .remove(GSI1SK);
  }

  /** Records a verdict; it no longer waits. */
  public static Write decided(PhotometryUpload upload, UploadVerdict verdict, Stamp stamp) {
    return Changes.of(Keys.upload(upload.id()), stamp)
        .set(STATUS, verdict.refusal() == null ? UploadStatus.ACCEPTED : UploadStatus.REFUSED)
        .remove(GSI1PK)
        .remove(GSI1SK)
        .set(VERDICT, verdict)
        .remove(REVIEW)
        .when(upload.meta().asRead());
  }
}
