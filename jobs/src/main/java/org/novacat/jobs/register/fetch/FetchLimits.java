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

  /**
   * How long a web server is waited for. A server that is too slow is not tried again in the same
   * run: it would be waited for as long again.
   *
   * @param patience for a connection, for the head of an answer, and for each stretch of a body
   * @param bytesPerSecond the least of a body that must arrive, on average over each {@code
   *     patience}
   * @param whole for one body, from its first byte to its last
   * @param attempts tries for one address that fails in a way that may pass
   */
  public record WebLimits(Duration patience, long bytesPerSecond, Duration whole, int attempts) {
    public static final WebLimits STANDARD =
        new WebLimits(Duration.ofSeconds(30), 1024, Duration.ofHours(1), 3);

    WebLimits withWait(Duration longest) {
      return new WebLimits(longest, bytesPerSecond, whole, attempts);
    }

    /** The least that must arrive in each {@link #patience}. */
    long floorBytes() {
      return Math.max(1, bytesPerSecond * patience.toMillis() / 1000);
    }
  }
}
