package org.novacat.persistence.migration;

import org.novacat.layouts.id.Slug;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.state.MigrationStatus;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;

/** MigrationRecord as an item. */
public final class MigrationRecordItem {
  public static final Field<String> OLD_PATH = Field.required("old_path", Types.TEXT);
  public static final Field<String> NEW_PATH = Field.required("new_path", Types.TEXT);
  public static final Field<MigrationStatus> STATUS =
      Field.required("status", Types.oneOf(MigrationStatus.class));
  public static final Field<String> WHY = Field.optional("failure", Types.SENTENCE);

  public static final Shape SHAPE =
      Shape.first(
          "MigrationRecord",
          "MIGRATION#<migration_id>",
          "RECORD#<sha256 of old_path>",
          MigrationItem.ID,
          LegacyFields.BUCKET,
          OLD_PATH,
          LegacyFields.BYTE_LENGTH,
          LegacyFields.ETAG,
          LegacyFields.SHA256,
          NEW_PATH,
          ArtifactItem.TYPE,
          ArtifactItem.JOB_ID,
          STATUS,
          WHY);

  private MigrationRecordItem() {}

  public static ItemKey key(Slug migration, String oldPath) {
    return Keys.migrationRecord(migration, oldPath);
  }

  /** Records how far an object has come; refused when the item is not as it was read. */
  public static Write.Put put(MigrationRecord one) {
    LegacyFile old = one.old();
    return new ItemDraft(SHAPE, key(one.migration(), old.key()), one.meta())
        .with(MigrationItem.ID, one.migration())
        .with(LegacyFields.BUCKET, old.bucket())
        .with(OLD_PATH, old.key())
        .with(LegacyFields.BYTE_LENGTH, old.byteLength())
        .with(LegacyFields.ETAG, old.etag())
        .with(LegacyFields.SHA256, old.sha256())
        .with(NEW_PATH, one.newPath())
        .with(ArtifactItem.TYPE, one.artifactType())
        .with(ArtifactItem.JOB_ID, one.jobId())
        .with(STATUS, one.status())
        .with(WHY, one.why().isEmpty() ? null : one.why())
        .putNext();
  }

  public static MigrationRecord read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new MigrationRecord(
        fields.get(MigrationItem.ID),
        new LegacyFile(
            fields.get(LegacyFields.BUCKET),
            fields.get(OLD_PATH),
            fields.get(LegacyFields.BYTE_LENGTH),
            fields.get(LegacyFields.ETAG, ""),
            fields.get(LegacyFields.SHA256)),
        fields.get(NEW_PATH),
        fields.get(ArtifactItem.TYPE),
        fields.get(ArtifactItem.JOB_ID),
        fields.get(STATUS),
        fields.get(WHY, ""),
        fields.meta());
  }
}
