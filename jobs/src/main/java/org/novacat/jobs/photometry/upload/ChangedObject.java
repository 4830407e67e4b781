package org.novacat.jobs.photometry.upload;

import org.novacat.layouts.id.ContentHash;

/** An object whose bytes are not those that an item says. */
public final class ChangedObject extends RuntimeException {
  private static final long serialVersionUID = 1;

  ChangedObject(String key, ContentHash expected, ContentHash found) {
    super(
        "Cannot use object '%s': its SHA-256 is %s, the table says %s (restore the object)"
            .formatted(key, found, expected));
  }
}
