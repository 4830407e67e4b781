package org.novacat.jobs.publish.make;

import static java.util.Objects.requireNonNull;

import java.io.FileNotFoundException;
import org.novacat.jobs.publish.record.ReleaseFile;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.UnusableObject;
import org.novacat.persistence.store.WriteResult;

/**
 * The folder of a release that is being made, and that nobody has been led to yet. What a killed
 * run left in it, of the same release, is as good where it is equal and replaced where it is not.
 */
public final class ReleaseFolder {
  private final Archive site;
  private final ReleaseId release;

  /**
   * The folder of a release.
   *
   * @param site the public bucket
   */
  public ReleaseFolder(Archive site, ReleaseId release) {
    this.site = requireNonNull(site, "site is null");
    this.release = requireNonNull(release, "release is null");
  }

  /** Writes an object of the release. */
  public ReleaseFile write(String path, byte[] bytes) {
    return write(path, Content.of(bytes));
  }

  /** The same of any content. */
  public ReleaseFile write(String path, Content content) {
    LayoutKey key = NovaCatKeys.release(release, path);
    WriteResult result = site.write(key, content);
    if (result instanceof WriteResult.Taken taken && taken.there() != null) {
      result = site.restore(key, content, taken.there().etag());
    }
    return ReleaseFile.of(path, result.pointer());
  }

  /**
   * Copies an object of another bucket.
   *
   * @throws UnusableObject when it is not the one that is pointed at; nothing is left of it then
   */
  public ReleaseFile bring(Archive from, Pointer pointer, String path) {
    ReleaseFile file =
        write(
            path,
            Content.of(
                pointer.byteLength(),
                () ->
                    from.openUnverified(pointer.key())
                        .orElseThrow(
                            () -> new FileNotFoundException(pointer.key() + " is missing"))));
    if (!file.sha256().equals(pointer.sha256())) {
      site.delete(NovaCatKeys.release(release, path).key());
      throw UnusableObject.changed(pointer.key(), pointer.sha256(), file.sha256());
    }
    return file;
  }

  /**
   * Copies an object of another release, in the store itself.
   *
   * @throws UnusableObject when it is not there
   */
  public ReleaseFile copy(ReleaseFile file, ReleaseId from) {
    LayoutKey key = NovaCatKeys.release(release, file.path());
    Pointer source = file.pointer(site.bucket(), from);
    WriteResult result = site.copy(source, key);
    if (result instanceof WriteResult.Taken) {
      site.delete(key.key());
      result = site.copy(source, key);
    }
    return ReleaseFile.of(file.path(), result.pointer());
  }
}
