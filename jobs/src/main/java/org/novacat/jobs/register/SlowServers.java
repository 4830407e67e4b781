package org.novacat.jobs.register;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which web servers keep a run waiting in vain. One that was too slow for several files in turn is
 * not asked again: a list of a thousand files would wait for it a thousand times. Safe for many
 * threads.
 */
final class SlowServers {
  /** One file, or two, may be slow where the server is not. */
  private static final int ENOUGH = 3;

  private final Map<String, Integer> inTurn = new ConcurrentHashMap<>();

  /**
   * Whether to ask for this address.
   *
   * @throws RejectedException when its server was too slow too often
   */
  void check(URI address) throws RejectedException {
    String server = server(address);
    int times = inTurn.getOrDefault(server, 0);
    if (times >= ENOUGH) {
      throw new RejectedException(
          RejectCode.SOURCE_TOO_SLOW,
          "Cannot fetch '%s': its server '%s' was too slow for %s files in turn, and is not asked again in this run (try again later, or raise --http-wait)"
              .formatted(address, server, times));
    }
  }

  /** A file came, or a refusal. */
  void answered(URI address) {
    inTurn.remove(server(address));
  }

  /** A file was waited for in vain. */
  void tooSlow(URI address) {
    inTurn.merge(server(address), 1, Integer::sum);
  }

  private static String server(URI address) {
    return String.valueOf(address.getAuthority());
  }
}
