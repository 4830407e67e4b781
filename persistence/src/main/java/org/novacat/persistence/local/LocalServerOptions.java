package org.novacat.persistence.local;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a workspace's DynamoDB Local is started; a server that already runs keeps the options it was
 * started with.
 *
 * @param idleAfter the server ends by itself after this time without a client or a request
 * @param startWithin how long to wait for a server to answer before giving up
 * @param heapMegabytes most heap the server may use, MiB
 * @param jars the folder of DynamoDB Local's jars; empty to look where {@link ServerJars} says
 */
public record LocalServerOptions(
    Duration idleAfter, Duration startWithin, int heapMegabytes, Optional<Path> jars) {
  public LocalServerOptions {
    requireNonNull(jars, "jars is null");
    requirePositive(idleAfter, "idle time");
    requirePositive(startWithin, "start time");
    if (heapMegabytes < 64) {
      throw new IllegalArgumentException(
          "Cannot run DynamoDB Local: a heap of %d MiB is below 64 MiB".formatted(heapMegabytes));
    }
  }

  /** Ten minutes idle, a minute to start, 384 MiB of heap, jars beside our own. */
  public static LocalServerOptions defaults() {
    return new LocalServerOptions(
        Duration.ofMinutes(10), Duration.ofMinutes(1), 384, Optional.empty());
  }

  /** The same, but ending after {@code time} without use. */
  public LocalServerOptions withIdleAfter(Duration time) {
    return new LocalServerOptions(time, startWithin, heapMegabytes, jars);
  }

  /** The same, but giving up after {@code time} without an answer. */
  public LocalServerOptions withStartWithin(Duration time) {
    return new LocalServerOptions(idleAfter, time, heapMegabytes, jars);
  }

  /** The same, but with DynamoDB Local's jars in {@code folder}. */
  public LocalServerOptions withJars(Path folder) {
    return new LocalServerOptions(idleAfter, startWithin, heapMegabytes, Optional.of(folder));
  }

  private static void requirePositive(Duration time, String what) {
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException(
          "Cannot run DynamoDB Local: its %s '%s' is not positive".formatted(what, time));
    }
  }
}
