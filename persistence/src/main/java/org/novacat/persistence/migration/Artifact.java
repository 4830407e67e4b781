package org.novacat.persistence.migration;

import static java.util.Objects.requireNonNull;

import org.novacat.persistence.item.ItemMeta;

/**
 * What a job left behind, and where it lies now.
 *
 * @param jobId with {@code /<target>} behind it where a job leaves one for each
 */
public record Artifact(ArtifactType type, String jobId, LegacyFile object, ItemMeta meta) {
  public Artifact {
    requireNonNull(type, "type is null");
    requireNonNull(jobId, "jobId is null");
    requireNonNull(object, "object is null");
    requireNonNull(meta, "meta is null");
  }
}
