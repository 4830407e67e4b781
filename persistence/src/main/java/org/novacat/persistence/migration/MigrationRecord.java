package org.novacat.persistence.migration;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.Slug;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.state.MigrationEvent;
import org.novacat.persistence.state.MigrationStatus;
import org.novacat.persistence.state.MigrationTransitions;

/**
 * One object of a migration. When it moved its last change says.
 *
 * @param old as it was planned; the new one has the same bytes
 * @param newPath key to which it moves, in the same bucket
 * @param jobId of the artifact that it is
 * @param why it failed; "" unless it did
 */
public record MigrationRecord(
    Slug migration,
    LegacyFile old,
    String newPath,
    ArtifactType artifactType,
    String jobId,
    MigrationStatus status,
    String why,
    ItemMeta meta)
    implements Stored {
  /** As an item. */
  public static final ItemType<MigrationRecord> ITEM =
      ItemType.of(
          "MigrationRecord",
          "MIGRATION#<migration_id>",
          "RECORD#<sha256 of old_path>",
          RecordType.of(MigrationRecord.class)
              .field(Migration.ID, MigrationRecord::migration)
              .part(LegacyFile.fields("old_path"), MigrationRecord::old)
              .required("new_path", Types.TEXT, MigrationRecord::newPath)
              .field(Artifact.TYPE, MigrationRecord::artifactType)
              .field(Artifact.JOB_ID, MigrationRecord::jobId)
              .required("status", Types.oneOf(MigrationStatus.class), MigrationRecord::status)
              .known("failure", Types.SENTENCE, MigrationRecord::why, ""),
          one -> Keys.migrationRecord(one.migration(), one.old().key()));

  public MigrationRecord {
    requireNonNull(migration, "migration is null");
    requireNonNull(old, "old is null");
    requireNonNull(newPath, "newPath is null");
    requireNonNull(artifactType, "artifactType is null");
    requireNonNull(jobId, "jobId is null");
    requireNonNull(status, "status is null");
    requireNonNull(why, "why is null");
    requireNonNull(meta, "meta is null");
  }

  /**
   * This after a step.
   *
   * @param reason "" unless it failed
   * @throws org.novacat.persistence.failure.UsageException when its status does not allow it
   */
  public MigrationRecord after(MigrationEvent event, String reason, Stamp stamp) {
    String what = "object '%s' of migration '%s'".formatted(old.key(), migration);
    return new MigrationRecord(
        migration,
        old,
        newPath,
        artifactType,
        jobId,
        MigrationTransitions.TABLE.required(status, event, what),
        reason,
        meta.next(stamp));
  }
}
