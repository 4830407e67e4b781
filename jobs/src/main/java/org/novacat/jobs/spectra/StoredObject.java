package org.novacat.jobs.spectra;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.novacat.layouts.id.ContentHash;

/**
 * An object that a task put into the store.
 *
 * @param kind what it is to its product
 * @param key where it lies
 * @param bytes its length
 * @param etag what the store calls this version of it
 * @param sha256 hash of its bytes
 */
record StoredObject(Kind kind, String key, long bytes, String etag, ContentHash sha256)
    implements Serializable {
  /** What an object is to its product. */
  enum Kind {
    SPECTRUM,
    METADATA,
    PREVIEW,
    QUARANTINED_BYTES,
    QUARANTINE_CONTEXT
  }

  StoredObject {
    requireNonNull(kind, "kind is null");
    requireNonNull(key, "key is null");
    requireNonNull(etag, "etag is null");
    requireNonNull(sha256, "sha256 is null");
  }
}
