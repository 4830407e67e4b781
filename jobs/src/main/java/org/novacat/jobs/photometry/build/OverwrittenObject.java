package org.novacat.jobs.photometry.build;

import org.novacat.layouts.key.ObjectKey;

/** Another run replaced an object that this one was about to replace. */
final class OverwrittenObject extends RuntimeException {
  private static final long serialVersionUID = 1;

  OverwrittenObject(ObjectKey key) {
    super(
        "Cannot replace object '%s': another run did so meanwhile (the table will be built again)"
            .formatted(key));
  }
}
