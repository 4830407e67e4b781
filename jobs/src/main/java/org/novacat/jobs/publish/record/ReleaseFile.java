package org.novacat.jobs.publish.record;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.store.Pointer;

/**
 * An object of a release.
 *
 * @param path below the folder of the release
 * @param etag of the object, as its store said; a copy has its own
 */
public record ReleaseFile(String path, long bytes, String etag, ContentHash sha256)
    implements Serializable {
  public ReleaseFile {
    requireNonNull(path, "path is null");
    requireNonNull(etag, "etag is null");
    requireNonNull(sha256, "sha256 is null");
  }

  /** As it was written. */
  public static ReleaseFile of(String path, Pointer written) {
    return new ReleaseFile(path, written.byteLength(), written.etag(), written.sha256());
  }

  /** Where it lies in the bucket of its release. */
  public Pointer pointer(String bucket, ReleaseId release) {
    return new Pointer(bucket, NovaCatKeys.release(release, path).key(), bytes, etag, sha256);
  }
}
