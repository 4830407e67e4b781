package org.novacat.jobs.register;

import java.time.Duration;

/**
 * What a source may cost. The archive limits stand in docs/operations.md.
 *
 * @param maxFileBytes bytes of one raw file, or of one member of an archive
 * @param maxArchiveEntries members of one archive
 * @param maxArchiveBytes bytes of all members of one archive together
 * @param maxRatio inflated over deflated bytes of a member, looked at above 1 MiB
 * @param httpTimeout wait for a connection, and for the head of an answer
 * @param httpAttempts tries for one address
 */
record FetchLimits(
    long maxFileBytes,
    int maxArchiveEntries,
    long maxArchiveBytes,
    int maxRatio,
    Duration httpTimeout,
    int httpAttempts) {
  static final FetchLimits STANDARD =
      new FetchLimits(512L << 20, 10_000, 2L << 30, 200, Duration.ofSeconds(30), 3);

  FetchLimits withMaxFileBytes(long bytes) {
    return new FetchLimits(
        bytes, maxArchiveEntries, maxArchiveBytes, maxRatio, httpTimeout, httpAttempts);
  }
}
