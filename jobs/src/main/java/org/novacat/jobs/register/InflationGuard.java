package org.novacat.jobs.register;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Counts the bytes that come out of one archive and stops it before it fills memory or store. */
final class InflationGuard {
  private static final int BUFFER = 1 << 16;
  private static final long RATIO_FROM_BYTES = 1L << 20;

  private final String archive;
  private final FetchLimits limits;
  private long total;

  InflationGuard(String archive, FetchLimits limits) {
    this.archive = archive;
    this.limits = limits;
  }

  /**
   * All bytes of one member.
   *
   * @param compressed bytes that this member has taken from the archive so far
   */
  byte[] readAll(String name, InputStream in, LongSupplier compressed)
      throws IOException, RejectedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      bytes.write(buffer, 0, n);
      total += n;
      check(name, bytes.size(), compressed.getAsLong());
    }
    return bytes.toByteArray();
  }

  private void check(String name, long size, long compressed) throws RejectedException {
    if (size > limits.maxFileBytes()) {
      throw limit(name, "it inflates to more than %s bytes".formatted(limits.maxFileBytes()));
    }
    if (total > limits.maxArchiveBytes()) {
      throw limit(name, "all members exceed %s bytes".formatted(limits.maxArchiveBytes()));
    }
    if (size > RATIO_FROM_BYTES && size / Math.max(compressed, 1) > limits.maxRatio()) {
      throw limit(name, "it inflates more than %s-fold".formatted(limits.maxRatio()));
    }
  }

  private RejectedException limit(String name, String what) {
    return new RejectedException(
        RejectCode.ARCHIVE_LIMIT,
        "Cannot unpack '%s': member '%s': %s (unpack it yourself if you trust it)"
            .formatted(archive, name, what));
  }
}
