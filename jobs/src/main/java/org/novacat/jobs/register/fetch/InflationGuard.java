package org.novacat.jobs.register.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;

/** Counts the bytes that come out of one archive and stops it before it fills memory or store. */
final class InflationGuard {
  private static final long RATIO_FROM_BYTES = 1L << 20;

  private final String archive;
  private final FetchLimits limits;
  private long before;

  InflationGuard(String archive, FetchLimits limits) {
    this.archive = archive;
    this.limits = limits;
  }

  /**
   * All bytes of one member, in a file of their own.
   *
   * @param compressed bytes that this member has taken from the archive so far
   */
  Fetched readAll(String name, InputStream in, LongSupplier compressed)
      throws IOException, RejectedException {
    Fetched member = Spool.of(in, size -> check(name, size, compressed.getAsLong()));
    before += member.size();
    return member;
  }

  private void check(String name, long size, long compressed) throws RejectedException {
    if (size > limits.maxFileBytes()) {
      throw limit(name, "it inflates to more than %s bytes".formatted(limits.maxFileBytes()));
    }
    if (before + size > limits.maxArchiveBytes()) {
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
