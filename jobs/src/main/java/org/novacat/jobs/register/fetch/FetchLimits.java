package org.novacat.jobs.register.fetch;

import java.time.Duration;

/**
 * What a source may cost. The limits stand in docs/operations.md.
 *
 * @param maxFileBytes bytes of one raw file, or of one member of an archive
 * @param maxArchiveEntries members of one archive, folders and links included
 * @param maxArchiveBytes bytes of all members of one archive together
 * @param maxRatio inflated over deflated bytes, looked at above 1 MiB
 * @param web how long a server is waited for
 */
public record FetchLimits(
    long maxFileBytes, int maxArchiveEntries, long maxArchiveBytes, int maxRatio, WebLimits web) {
  public static final FetchLimits STANDARD =
      new FetchLimits(512L << 20, 10_000, 2L << 30, 200, WebLimits.STANDARD);

  public FetchLimits withMaxFileBytes(long bytes) {
    return new FetchLimits(bytes, maxArchiveEntries, maxArchiveBytes, maxRatio, web);
  }

  public FetchLimits withHttpWait(Duration longest) {
    return new FetchLimits(
        maxFileBytes, maxArchiveEntries, maxArchiveBytes, maxRatio, web.withWait(longest));
  }
}
