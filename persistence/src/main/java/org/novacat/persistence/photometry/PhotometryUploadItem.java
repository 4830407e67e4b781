package org.novacat.persistence.photometry;

import java.util.List;
import java.util.Map;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.persistence.file.PointerFields;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Common;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.state.ManualReviewStatus;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Write;

/** PhotometryUpload as an item. */
public final class PhotometryUploadItem {
  private static final Field<NovaId> NOVA_ID = Field.optional("nova_id", Types.NOVA_ID);
  private static final Field<Map<ObjectKey, ContentHash>> COMPANIONS =
      Field.optional("companions", Types.OBJECT_HASHES);
  private static final Field<String> DATA_ORIGIN = Field.required("data_origin", Types.WORDS);
  private static final Field<UploadStatus> STATUS =
      Field.required("upload_status", Types.oneOf(UploadStatus.class));

  /** Present only while it waits. */
  private static final Field<String> GSI1PK = Field.optional(Table.INDEX_PARTITION, Types.TEXT);

  /** Present only while it waits. */
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

  public static final ItemType<PhotometryUpload> ITEM =
      ItemType.of(
          "PhotometryUpload",
          "UPLOADS#<shard>",
          "UPLOAD#<ingest_file_id>",
          RecordType.of(PhotometryUpload.class)
              .required("ingest_file_id", Types.INGEST_FILE_ID, PhotometryUpload::id)
              .required("filename", Types.TEXT, PhotometryUpload::filename)
              .field(NOVA_ID, PhotometryUpload::novaId)
              .part(PointerFields.OBJECT, PhotometryUpload::raw)
              .since(COMPANIONS, PhotometryUpload::companions, Map.of())
              .field(DATA_ORIGIN, PhotometryUpload::dataOrigin)
              .part(Rights.FIELDS, PhotometryUpload::rights)
              .field(STATUS, PhotometryUpload::status)
              .also(GSI1PK, upload -> upload.isWaiting() ? Keys.uploads(upload.id()) : null)
              .also(GSI1SK, upload -> upload.isWaiting() ? Keys.waiting(upload.id()) : null)
              .perhaps(VERDICT, PhotometryUpload::verdict)
              .part(
                  RecordType.of(UploadReview.class)
                      .known(REVIEW, UploadReview::status, ManualReviewStatus.PENDING)
                      .known(REVIEW_REASON, UploadReview::why, ""),
                  PhotometryUpload::review),
          upload -> Keys.upload(upload.id()));

  private PhotometryUploadItem() {}

  /** A file that waits for its first verdict, if it is not known. */
  public static Write fresh(PhotometryUpload upload) {
    return ITEM.draft(upload).putIf(Condition.absent());
  }

  /** A known file waits again, with what was said of it now. */
  public static Write again(PhotometryUpload known, PhotometryUpload said, Stamp stamp) {
    Rights rights = said.rights().equals(Rights.NONE) ? known.rights() : said.rights();
    return waiting(known, stamp)
        .set(Rights.FIELDS, rights)
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
    return Changes.of(Keys.upload(known.id()), stamp)
        .set(STATUS, UploadStatus.REJECTED)
        .set(REVIEW, ManualReviewStatus.CLEARED_TERMINAL)
        .set(REVIEW_REASON, why.isEmpty() ? null : why)
        .when(asRead(known));
  }

  /** It stays as it is, and whoever read it before can no longer decide it. */
  static Write fenced(PhotometryUpload known, Stamp stamp) {
    return Changes.of(Keys.upload(known.id()), stamp).when(asRead(known));
  }

  private static Changes waiting(PhotometryUpload known, Stamp stamp) {
    return Changes.of(Keys.upload(known.id()), stamp)
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
    return Changes.of(Keys.upload(upload.id()), stamp)
        .set(STATUS, verdict.refusal() == null ? UploadStatus.ACCEPTED : UploadStatus.REFUSED)
        .remove(GSI1PK)
        .remove(GSI1SK)
        .set(VERDICT, verdict)
        .remove(REVIEW)
        .when(asRead(upload));
  }
}
