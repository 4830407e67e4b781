package org.novacat.persistence.migration;

import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;

/** Artifact as an item. */
public final class ArtifactItem {
  public static final Field<ArtifactType> TYPE =
      Field.required("artifact_type", Types.oneOf(ArtifactType.class));
  public static final Field<String> JOB_ID = Field.required("job_id", Types.TEXT);

  public static final Shape SHAPE =
      Shape.first(
          "Artifact", "ARTIFACT#<artifact_type>", "JOB#<job_id>", LegacyFields.ALL, TYPE, JOB_ID);

  private ArtifactItem() {}

  public static ItemKey key(ArtifactType type, String jobId) {
    return Keys.artifact(type.name(), jobId);
  }

  /** Points it at an object; refused when the item is not as it was read. */
  public static Write.Put put(Artifact artifact) {
    ItemKey key = key(artifact.type(), artifact.jobId());
    return LegacyFields.with(new ItemDraft(SHAPE, key, artifact.meta()), artifact.object())
        .with(TYPE, artifact.type())
        .with(JOB_ID, artifact.jobId())
        .putNext();
  }

  public static Artifact read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new Artifact(
        fields.get(TYPE), fields.get(JOB_ID), LegacyFields.read(fields), fields.meta());
  }
}
