package org.novacat.layouts.key;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/** Where buckets are. */
public sealed interface StorePlace {
  /** Amazon S3, or a server that speaks its protocol. */
  record S3() implements StorePlace {}

  /**
   * A local folder that holds one folder a bucket.
   *
   * @param root absolute and normalised
   */
  record Local(Path root) implements StorePlace {
    public Local {
      requireNonNull(root, "root is null");
      root = root.toAbsolutePath().normalize();
    }
  }
}
