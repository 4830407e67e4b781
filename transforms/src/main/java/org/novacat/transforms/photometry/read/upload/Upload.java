package org.novacat.transforms.photometry.read.upload;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;

/**
 * A file as it was uploaded, with what lies beside it.
 *
 * @param name file name without a folder
 * @param bytes not copied: the caller leaves them alone
 * @param sidecar {@link Sidecar#NONE} when there is none
 * @param companions files that may describe this one, such as the ReadMe of a CDS table
 */
public record Upload(String name, byte[] bytes, Sidecar sidecar, List<Companion> companions) {
  public Upload {
    requireNonNull(name, "name is null");
    requireNonNull(bytes, "bytes is null");
    requireNonNull(sidecar, "sidecar is null");
    companions = List.copyOf(companions);
  }

  /** A file of which nothing else is known. */
  public static Upload of(String name, byte[] bytes) {
    return new Upload(name, bytes, Sidecar.NONE, List.of());
  }

  /** The same with a sidecar. */
  public Upload with(Sidecar said) {
    return new Upload(name, bytes, said, companions);
  }

  /** A file beside the upload. */
  public record Companion(String name, byte[] bytes) {}
}
