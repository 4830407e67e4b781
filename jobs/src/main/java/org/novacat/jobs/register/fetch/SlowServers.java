package org.novacat.jobs.register.fetch;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;

/**
 * Which web servers keep a run waiting in vain. One that was too slow for several files in turn is
 * not asked again: a list of a thousand files would wait for it a thousand times. Files that are
 * waited for side by side count once, as they tell of one moment. Safe for many threads.
 */
public final class SlowServers {
  /** One file, or two, may be slow where the server is not. */
  private static final int ENOUGH = 3;

  private final Map<String, Server> servers = new ConcurrentHashMap<>();

  /**
   * A server that was too slow.
   *
   * @param inTurn how many files, each asked for after the one before was given up
   * @param since when the last of them was given up, of {@link System#nanoTime}
   */
  private record Server(int inTurn, long since) {
    boolean isGivenUp() {
      return inTurn >= ENOUGH;
    }
  }

  /** A file that a server was too slow for. */
  static final class TooSlow extends RejectedException {
    private static final long serialVersionUID = 1L;

    TooSlow(String message) {
      super(RejectCode.SOURCE_TOO_SLOW, message);
    }
  }

  /**
   * Whether to ask for this address.
   *
   * @return when it was asked for, for {@link #tooSlow}
   * @throws RejectedException when its server was too slow too often
   */
  long ask(URI address) throws RejectedException {
    Server server = servers.get(name(address));
    if (server != null && server.isGivenUp()) {
      throw new RejectedException(
          RejectCode.SOURCE_TOO_SLOW,
          "Cannot fetch '%s': its server '%s' was too slow for %s files in turn, and is not asked again in this run (try again later, or raise --http-wait)"
              .formatted(address, name(address), server.inTurn()));
    }
    return System.nanoTime();
  }

  /** A whole file came; a server that was given up stays so, as that was said. */
  void answered(URI address) {
    servers.computeIfPresent(name(address), (name, server) -> server.isGivenUp() ? server : null);
  }

  /**
   * A file was waited for in vain.
   *
   * @param asked when, by {@link #ask}
   */
  void tooSlow(URI address, long asked) {
    servers.merge(
        name(address),
        new Server(1, System.nanoTime()),
        (before, first) ->
            asked - before.since() < 0 ? before : new Server(before.inTurn() + 1, first.since()));
  }

  private static String name(URI address) {
    return String.valueOf(address.getAuthority());
  }
}
