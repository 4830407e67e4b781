package org.novacat.jobs.publish.make;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.layouts.novacat.NovaCatKeys;

/**
 * What addresses of files begin with in documents that other programs read.
 *
 * @param address of the folder of the release, its slash included; "" when nobody said where it
 *     will be published, and then addresses begin at the document that holds them
 */
public record LinkRoot(String address) implements Serializable {
  public LinkRoot {
    requireNonNull(address, "address is null");
  }

  /**
   * Of a release.
   *
   * @param baseUrl of the whole public bucket; "" when nobody said
   */
  public static LinkRoot of(String baseUrl, ReleaseId release) {
    return new LinkRoot(
        baseUrl.isEmpty()
            ? ""
            : baseUrl.replaceAll("/+$", "") + "/" + NovaCatKeys.releaseFolder(release));
  }

  /** Whether addresses can be followed from anywhere. */
  public boolean isAbsolute() {
    return !address.isEmpty();
  }

  /**
   * The address of a file.
   *
   * @param path below the folder of the release
   * @param up the way from the document to that folder, such as {@code ../}
   */
  public String to(String path, String up) {
    return (isAbsolute() ? address : up) + path;
  }
}
