package org.novacat.transforms.deflate;

import java.util.Arrays;

/**
 * Repeats in bytes (LZ77), found through a hash of three bytes and a short chain of earlier places
 * with the same hash. Tokens are ints: a literal is its byte; a repeat is {@code distance << 9 |
 * length} with {@code distance ≥ 1}.
 */
final class Matches {
  static final int SHORTEST = 3;
  static final int LONGEST = 258;
  private static final int WINDOW = 1 << 15;
  private static final int HASH_BITS = 15;

  /** How many earlier places are tried; more makes pictures hardly smaller and slower. */
  private static final int TRIES = 12;

  /**
   * How many places of one repeat, besides the last, can be found again; plain paper is one repeat
   * after another.
   */
  private static final int REMEMBERED = 32;

  private final byte[] data;
  private final int[] head = new int[1 << HASH_BITS];
  private final int[] previous;

  private Matches(byte[] data) {
    this.data = data;
    previous = new int[data.length];
    Arrays.fill(head, -1);
  }

  static int[] tokens(byte[] data) {
    return new Matches(data).tokens();
  }

  private int[] tokens() {
    int[] tokens = new int[data.length];
    int n = 0;
    int at = 0;
    while (at < data.length) {
      int token = longestAt(at);
      int length = token == 0 ? 1 : token & 0x1ff;
      tokens[n++] = token == 0 ? data[at] & 0xff : token;
      for (int i = at; i < at + Math.min(length, REMEMBERED); i++) {
        remember(i);
      }
      if (length > REMEMBERED) {
        remember(at + length - 1);
      }
      at += length;
    }
    return Arrays.copyOf(tokens, n);
  }

  /** The longest repeat at a place; 0 when there is none. */
  private int longestAt(int at) {
    if (at + SHORTEST > data.length) {
      return 0;
    }
    int limit = Math.min(LONGEST, data.length - at);
    int best = SHORTEST - 1;
    int token = 0;
    int place = head[hash(at)];
    for (int tries = TRIES; tries > 0 && place >= 0 && at - place <= WINDOW; tries--) {
      if (data[place + Math.min(best, limit - 1)] == data[at + Math.min(best, limit - 1)]) {
        int length = length(place, at, limit);
        if (length > best) {
          best = length;
          token = ((at - place) << 9) | length;
        }
      }
      if (best == limit) {
        break;
      }
      place = previous[place];
    }
    return token;
  }

  private int length(int place, int at, int limit) {
    int length = Arrays.mismatch(data, place, place + limit, data, at, at + limit);
    return length < 0 ? limit : length;
  }

  private void remember(int at) {
    if (at + SHORTEST <= data.length) {
      int hash = hash(at);
      previous[at] = head[hash];
      head[hash] = at;
    }
  }

  private int hash(int at) {
    int three = (data[at] & 0xff) | ((data[at + 1] & 0xff) << 8) | ((data[at + 2] & 0xff) << 16);
    return (three * 0x9E3779B1) >>> (32 - HASH_BITS);
  }
}
