package org.novacat.persistence.product;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.ContentHash;

/** The bytes that are about to take the place of those of a product. */
public record ComingBytes(ContentHash sha256, long byteLength) {
  public ComingBytes {
    requireNonNull(sha256, "sha256 is null");
  }
}
