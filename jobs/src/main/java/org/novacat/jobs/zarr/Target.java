package org.novacat.jobs.zarr;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.tree.Publication;
import org.novacat.persistence.tree.Publisher;
import org.novacat.persistence.tree.TreeForm;
import org.novacat.persistence.tree.TreeLocation;
import org.novacat.persistence.tree.TreePublisher;
import org.novacat.spectral.CurrentVersion;

/**
 * Where a store is to become visible.
 *
 * @param dataset as the user names it
 * @param store the same, or another in its folder when the dataset has a store already
 * @param before what led to the current version; null when nothing did
 */
record Target(TreeLocation dataset, TreeLocation store, byte @Nullable [] before) {
  private static final String ENDING = ".zarr";

  /**
   * Looks whether there is a store already.
   *
   * @throws UserError when there is, and it is not to be replaced by a new version
   */
  static Target of(TreeLocation dataset, boolean overwrite, JobRunId run, Publisher by) {
    if (!dataset.name().endsWith(ENDING)) {
      throw new UserError(
          "Cannot export to '%s': its name does not end with .zarr (name it %s.zarr)"
              .formatted(dataset, dataset.name()));
    }
    try (TreePublisher publisher = TreePublisher.to(dataset, TreeForm.ZARR_2, by)) {
      byte[] before = publisher.read(pointer(dataset));
      if (before == null && !publisher.isTaken()) {
        return new Target(dataset, dataset, null);
      }
      refuse(dataset, before != null || publisher.isThere(), overwrite);
      return new Target(dataset, version(dataset, run), before);
    }
  }

  private static void refuse(TreeLocation dataset, boolean store, boolean overwrite) {
    if (!store) {
      throw new UserError(
          "Cannot export to '%s': what is there is no Zarr store of format 2 (name another place)"
              .formatted(dataset));
    }
    if (!overwrite) {
      throw new UserError(
          "Cannot export to '%s': a store is there already (name another, or make a new version of it with --overwrite)"
              .formatted(dataset));
    }
  }

  private static TreeLocation version(TreeLocation dataset, JobRunId run) {
    String name = dataset.name();
    String stem = name.substring(0, name.length() - ENDING.length());
    return dataset.sibling(stem + "-" + run + ENDING);
  }

  private static TreeLocation pointer(TreeLocation dataset) {
    return dataset.sibling(CurrentVersion.path(dataset.name()));
  }

  /** Whether it is a new version of what is there. */
  boolean isVersion() {
    return !store.equals(dataset);
  }

  /** The publisher to it. */
  TreePublisher publisher(Publisher by) {
    TreeLocation drafts = dataset.sibling(dataset.name() + ".tmp");
    return TreePublisher.to(store, drafts, TreeForm.ZARR_2, by);
  }

  /**
   * Leads to it who asks for the dataset, once it is visible.
   *
   * @throws UserError when it is not visible, or another version came meanwhile
   */
  void lead(TreePublisher publisher, Publication publication) {
    if (publication instanceof Publication.Held held) {
      throw conflict(
          "Cannot publish '%s': run %s is publishing there (try again after %s)"
              .formatted(store, held.run(), held.until()));
    }
    if (publication instanceof Publication.AlreadyThere there) {
      String by = there.finished() == null ? "meanwhile" : "by run " + there.finished();
      throw conflict(
          "Cannot publish '%s': a store was published there %s (name another, or make a new version with --overwrite)"
              .formatted(store, by));
    }
    if (isVersion() && !leads(publisher)) {
      throw conflict(
          "Cannot lead '%s' to its new version '%s': another version came meanwhile (export again)"
              .formatted(dataset, store.name()));
    }
  }

  private boolean leads(TreePublisher publisher) {
    byte[] now = new CurrentVersion(store.name()).json();
    return publisher.replace(pointer(dataset), before, now)
        || Arrays.equals(now, publisher.read(pointer(dataset)));
  }

  private static UserError conflict(String message) {
    return new UserError(message, ExitCode.CONFLICT);
  }
}
