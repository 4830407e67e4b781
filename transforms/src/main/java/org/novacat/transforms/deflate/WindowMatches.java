package org.novacat.transforms.deflate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Repeats in a long stream (LZ77), chunk by chunk, each looked for in the 32 KiB before it too.
 * Made for speed on the numbers of FITS, where repeats are short and rare: it hashes four bytes,
 * and asks at each repeat whether the next place has a longer one. Tokens are those of {@link
 * Matches}.
 */
final class WindowMatches {
  static final int WINDOW = 1 << 15;
  static final int CHUNK = 1 << 16;

  private static final int SHORTEST = 4;
  private static final int HASH_BITS = 15;

  /** How many earlier places are tried. */
  private static final int TRIES = 16;

  /** So long a repeat is taken without a look at the next place. */
  private static final int ENOUGH = 32;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The window, and behind it the chunk. */
  private final byte[] data = new byte[WINDOW + CHUNK];

  private final int[] head = new int[1 << HASH_BITS];
  private final int[] previous = new int[WINDOW];
  private final int[] tokens = new int[CHUNK];
  private int count;

  /** The first place that cannot be found again yet. */
  private int next = WINDOW;

  WindowMatches() {
    forget();
  }

  /** Takes the chunk, from {@link #WINDOW} on. */
  byte[] data() {
    return data;
  }

  int[] tokens() {
    return tokens;
  }

  int count() {
    return count;
  }

  /** Finds the tokens of the chunk, whose end is {@code end}. */
  void find(int end) {
    count = 0;
    int last = end - SHORTEST;
    int at = WINDOW;
    while (at <= last) {
      int match = longest(at, end, SHORTEST - 1);
      if (match == 0) {
        tokens[count++] = data[at++] & 0xff;
        continue;
      }
      while ((match & 0x1ff) < ENOUGH && at < last) {
        int later = longest(at + 1, end, match & 0x1ff);
        if (later == 0) {
          break;
        }
        tokens[count++] = data[at++] & 0xff;
        match = later;
      }
      tokens[count++] = match;
      at += match & 0x1ff;
      remember(Math.min(at, last + 1));
    }
    while (at < end) {
      tokens[count++] = data[at++] & 0xff;
    }
  }

  /** The longest repeat at a place that is longer than {@code least}; 0 when there is none. */
  private int longest(int at, int end, int least) {
    remember(at);
    int first = (int) INT.get(data, at);
    int hash = hash(first);
    int limit = Math.min(Matches.LONGEST, end - at);
    int best = least;
    int token = 0;
    int place = head[hash];
    for (int tries = TRIES;
        tries > 0 && place >= at - WINDOW && place >= 0 && best < limit;
        tries--) {
      if (data[place + best] == data[at + best] && (int) INT.get(data, place) == first) {
        int length = length(place, at, limit);
        if (length > best) {
          best = length;
          token = ((at - place) << 9) | length;
        }
      }
      place = previous[place & (WINDOW - 1)];
    }
    previous[at & (WINDOW - 1)] = head[hash];
    head[hash] = at;
    next = at + 1;
    return token;
  }

  private int length(int place, int at, int limit) {
    int length = SHORTEST;
    while (length + 8 <= limit) {
      long differ = (long) LONG.get(data, place + length) ^ (long) LONG.get(data, at + length);
      if (differ != 0) {
        return length + (Long.numberOfTrailingZeros(differ) >>> 3);
      }
      length += 8;
    }
    while (length < limit && data[place + length] == data[at + length]) {
      length++;
    }
    return length;
  }

  /** Makes it possible to find the places before one again. */
  private void remember(int before) {
    for (; next < before; next++) {
      int hash = hash((int) INT.get(data, next));
      previous[next & (WINDOW - 1)] = head[hash];
      head[hash] = next;
    }
  }

  /** Moves the end of a whole chunk into the window. */
  void slide() {
    remember(WINDOW + CHUNK - SHORTEST + 1);
    System.arraycopy(data, CHUNK, data, 0, WINDOW);
    shift(head);
    shift(previous);
    next -= CHUNK;
  }

  /** As if nothing had come yet. */
  void forget() {
    Arrays.fill(head, -1);
    next = WINDOW;
  }

  private static void shift(int[] places) {
    for (int i = 0; i < places.length; i++) {
      places[i] = Math.max(places[i] - CHUNK, -1);
    }
  }

  private static int hash(int four) {
    return (four * 0x9E3779B1) >>> (32 - HASH_BITS);
  }
}
