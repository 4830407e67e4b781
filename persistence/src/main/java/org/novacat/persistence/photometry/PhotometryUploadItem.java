package org.novacat.persistence.photometry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.persistence.file.PointerFields;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.file.RightsFields;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Common;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.state.ManualReviewStatus;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Write;

/** PhotometryUpload as an item. */
public final class PhotometryUploadItem {
  public static final Field<IngestFileId> ID =
      Field.required("ingest_file_id", Types.INGEST_FILE_ID);
  public static final Field<String> FILENAME = Field.required("filename", Types.TEXT);
  public static final Field<NovaId> NOVA_ID = Field.optional("nova_id", Types.NOVA_ID);
  public static final PointerFields RAW = PointerFields.ALWAYS;
  public static final Field<Map<ObjectKey, ContentHash>> COMPANIONS =
      Field.optional("companions", Types.OBJECT_HASHES);
  public static final Field<String> DATA_ORIGIN = Field.required("data_origin", Types.WORDS);
  public static final Field<UploadStatus> STATUS =
      Field.required("upload_status", Types.oneOf(UploadStatus.class));

  /** Present only while it waits. */
  public static final Field<String> GSI1PK = Field.optional(Table.INDEX_PARTITION, Types.TEXT);

  /** Present only while it waits. */
  public static final Field<String> GSI1SK = Field.optional(Table.INDEX_SORT, Types.TEXT);

  public static final Field<String> FORMAT = Field.optional("source_format", Types.WORDS);
  public static final Field<Long> ROWS = Field.optional("rows_read", Types.WHOLE);
  public static final Field<Long> ACCEPTED = Field.optional("rows_accepted", Types.WHOLE);
  public static final Field<Long> REJECTED = Field.optional("rows_rejected", Types.WHOLE);
  public static final Field<List<String>> NOVAE = Field.optional("novae", Types.TEXTS);
  public static final Field<FileRefusalCode> REFUSAL =
      Field.optional("refusal_code", Types.oneOf(FileRefusalCode.class));
  public static final Field<String> REFUSAL_MESSAGE =
      Field.optional("refusal_message", Types.SENTENCE);
  public static final Field<String> REMEDY = Field.optional("refusal_remedy", Types.SENTENCE);
  public static final Field<String> QUARANTINE = Field.optional("quarantine_prefix", Types.TEXT);
  public static final Field<Map<ObjectKey, ContentHash>> QUARANTINED =
      Field.optional("quarantined_sha256", Types.OBJECT_HASHES);
  public static final Field<ContentHash> MANIFEST = Field.optional("manifest_sha256", Types.HASH);
  public static final Field<String> RULES = Field.optional("rules_version", Types.TEXT);
  public static final Field<Instant> DECIDED_AT = Field.optional("decided_at", Types.INSTANT);

  /** Absent while nobody has said anything. */
  public static final Field<ManualReviewStatus> REVIEW =
      Field.optional("manual_review_status", Types.oneOf(ManualReviewStatus.class));

  public static final Field<String> REVIEW_REASON =
      Field.optional("manual_review_reason", Types.SENTENCE);

  public static final Shape SHAPE =
      Shape.first(
          "PhotometryUpload",
          "UPLOADS#<shard>",
          "UPLOAD#<ingest_file_id>",
          ID,
          FILENAME,
          NOVA_ID,
          RAW.bucket(),
          RAW.key(),
          RAW.byteLength(),
          RAW.etag(),
          RAW.sha256(),
          COMPANIONS,
          DATA_ORIGIN,
          RightsFields.RIGHTS,
          RightsFields.LICENCE,
          RightsFields.BIBCODE,
          RightsFields.OBSERVERS,
          STATUS,
          GSI1PK,
          GSI1SK,
          FORMAT,
          ROWS,
          ACCEPTED,
          REJECTED,
          NOVAE,
          REFUSAL,
          REFUSAL_MESSAGE,
          REMEDY,
          QUARANTINE,
          QUARANTINED,
          MANIFEST,
          RULES,
          DECIDED_AT,
          REVIEW,
          REVIEW_REASON);

  private PhotometryUploadItem() {}

  public static ItemKey key(IngestFileId id) {
    return Keys.upload(id);
  }

  /** A file that waits for its first verdict, if it is not known. */
  public static Write fresh(PhotometryUpload upload) {
    ItemDraft draft = new ItemDraft(SHAPE, key(upload.id()), upload.meta());
    return RightsFields.with(RAW.with(draft, upload.raw()), upload.rights())
        .with(ID, upload.id())
        .with(FILENAME, upload.filename())
        .with(NOVA_ID, upload.novaId())
        .with(COMPANIONS, upload.companions())
        .with(DATA_ORIGIN, upload.dataOrigin())
        .with(STATUS, UploadStatus.WAITING)
        .with(GSI1PK, Keys.uploads(upload.id()))
        .with(GSI1SK, Keys.waiting(upload.id()))
        .putIf(Condition.absent());
  }

  /** A known file waits again, with what was said of it now. */
  public static Write again(PhotometryUpload known, PhotometryUpload said, Stamp stamp) {
    Rights rights = said.rights().equals(Rights.NONE) ? known.rights() : said.rights();
    return RightsFields.set(waiting(known, stamp), rights)
        .set(NOVA_ID, said.novaId())
        .set(COMPANIONS, said.companions())
        .set(DATA_ORIGIN, said.dataOrigin())
        .remove(REVIEW)
        .remove(REVIEW_REASON)
        .when(asRead(known));
  }

  /** It waits again as it is, by a person's word. */
  public static Write retried(PhotometryUpload known, Stamp stamp) {
    return waiting(known, stamp)
        .set(REVIEW, ManualReviewStatus.CLEARED_RETRY_APPROVED)
        .when(asRead(known));
  }

  /** A person refuses it for good. */
  public static Write rejected(PhotometryUpload known, String why, Stamp stamp) {
    return Changes.of(key(known.id()), stamp)
        .set(STATUS, UploadStatus.REJECTED)
        .set(REVIEW, ManualReviewStatus.CLEARED_TERMINAL)
        .set(REVIEW_REASON, why.isEmpty() ? null : why)
        .when(asRead(known));
  }

  /** It stays as it is, and whoever read it before can no longer decide it. */
  static Write fenced(PhotometryUpload known, Stamp stamp) {
    return Changes.of(key(known.id()), stamp).when(asRead(known));
  }

  private static Changes waiting(PhotometryUpload known, Stamp stamp) {
    return Changes.of(key(known.id()), stamp)
        .set(STATUS, UploadStatus.WAITING)
        .set(GSI1PK, Keys.uploads(known.id()))
        .set(GSI1SK, Keys.waiting(known.id()));
  }

  /** The upload is as it was read. */
  public static Condition asRead(PhotometryUpload upload) {
    return Condition.equal(Common.VERSION.name(), upload.meta().version());
  }

  /** Records a verdict; it no longer waits. */
  public static Write decided(PhotometryUpload upload, UploadVerdict verdict, Stamp stamp) {
    FileRefusal refusal = verdict.refusal();
    return Changes.of(key(upload.id()), stamp)
        .set(STATUS, refusal == null ? UploadStatus.ACCEPTED : UploadStatus.REFUSED)
        .remove(GSI1PK)
        .remove(GSI1SK)
        .set(FORMAT, verdict.format())
        .set(ROWS, verdict.rows())
        .set(ACCEPTED, verdict.accepted())
        .set(REJECTED, verdict.rejected())
        .set(NOVAE, verdict.novae().stream().map(NovaId::toString).toList())
        .set(REFUSAL, refusal == null ? null : refusal.code())
        .set(REFUSAL_MESSAGE, refusal == null ? null : refusal.message())
        .set(REMEDY, refusal == null ? null : refusal.remedy())
        .set(QUARANTINE, verdict.quarantinePrefix())
        .set(QUARANTINED, verdict.quarantined().isEmpty() ? null : verdict.quarantined())
        .set(MANIFEST, verdict.manifest())
        .set(RULES, verdict.rules())
        .set(DECIDED_AT, verdict.at())
        .remove(REVIEW)
        .when(asRead(upload));
  }

  public static PhotometryUpload read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new PhotometryUpload(
        fields.get(ID),
        fields.get(FILENAME),
        fields.find(NOVA_ID),
        RAW.read(fields),
        fields.get(COMPANIONS, Map.of()),
        fields.get(DATA_ORIGIN),
        RightsFields.read(fields),
        fields.get(STATUS),
        verdict(fields),
        new UploadReview(
            fields.get(REVIEW, ManualReviewStatus.PENDING), fields.get(REVIEW_REASON, "")),
        fields.meta());
  }

  private static @Nullable UploadVerdict verdict(Fields fields) {
    Instant at = fields.find(DECIDED_AT);
    return at == null
        ? null
        : new UploadVerdict(
            fields.get(FORMAT, ""),
            fields.get(ROWS),
            fields.get(ACCEPTED),
            fields.get(REJECTED),
            fields.get(NOVAE, List.of()).stream().map(NovaId::parse).toList(),
            refusal(fields),
            fields.get(QUARANTINE, ""),
            fields.get(QUARANTINED, Map.of()),
            fields.find(MANIFEST),
            fields.get(RULES, ""),
            at);
  }

  private static @Nullable FileRefusal refusal(Fields fields) {
    FileRefusalCode code = fields.find(REFUSAL);
    return code == null
        ? null
        : new FileRefusal(code, fields.get(REFUSAL_MESSAGE, ""), fields.get(REMEDY, ""));
  }
}
