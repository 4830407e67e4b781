package org.novacat.fits.spark.file;

import java.io.Serializable;

/**
 * A file as its store lists it.
 *
 * @param path with scheme
 * @param size bytes
 * @param modifiedMillis when it was last changed, ms since 1970
 */
public record ListedFile(String path, long size, long modifiedMillis) implements Serializable {
  /** The name without folders. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
