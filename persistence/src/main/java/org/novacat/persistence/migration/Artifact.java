package org.novacat.persistence.migration;

import static java.util.Objects.requireNonNull;

import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;

/**
 * What a job left behind, and where it lies now.
 *
 * @param jobId with {@code /<target>} behind it where a job leaves one for each
 */
public record Artifact(ArtifactType type, String jobId, LegacyFile object, ItemMeta meta)
    implements Stored {
  static final Field<ArtifactType> TYPE =
      Field.required("artifact_type", Types.oneOf(ArtifactType.class));
  static final Field<String> JOB_ID = Field.required("job_id", Types.TEXT);

  /** As an item. */
  public static final ItemType<Artifact> ITEM =
      ItemType.of(
          "Artifact",
          "ARTIFACT#<artifact_type>",
          "JOB#<job_id>",
          RecordType.of(Artifact.class)
              .field(TYPE, Artifact::type)
              .field(JOB_ID, Artifact::jobId)
              .part(LegacyFile.fields("key"), Artifact::object),
          artifact -> Keys.artifact(artifact.type().name(), artifact.jobId()));

  public Artifact {
    requireNonNull(type, "type is null");
    requireNonNull(jobId, "jobId is null");
    requireNonNull(object, "object is null");
    requireNonNull(meta, "meta is null");
  }
}
