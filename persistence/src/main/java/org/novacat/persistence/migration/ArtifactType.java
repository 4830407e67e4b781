package org.novacat.persistence.migration;

/** What an artifact is, by the part of the layout that it lies in. */
public enum ArtifactType {
  TRAINING,
  COMPILATION,
  DATASET,
  DEPLOYMENT
}
