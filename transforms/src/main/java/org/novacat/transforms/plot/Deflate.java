package org.novacat.transforms.plot;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.Adler32;

/**
 * Compresses bytes into a zlib stream (RFC 1950, 1951) of one block with codes of its own. The
 * JDK's Deflater gives other bytes with other builds of zlib, and a picture must be the same on
 * every machine.
 */
final class Deflate {
  private static final int END = 256;
  private static final int LONGEST_WORD = 15;

  private Deflate() {}

  static byte[] zlib(byte[] data) {
    BitWriter out = new BitWriter();
    out.write(0x78, 8);
    out.write(0x9c, 8);
    block(out, Matches.tokens(data));
    byte[] body = out.finish();
    byte[] stream = Arrays.copyOf(body, body.length + 4);
    Adler32 adler = new Adler32();
    adler.update(data);
    ByteBuffer.wrap(stream, body.length, 4).putInt((int) adler.getValue());
    return stream;
  }

  private static void block(BitWriter out, int[] tokens) {
    int[] literalCounts = new int[286];
    int[] distanceCounts = new int[30];
    literalCounts[END] = 1;
    for (int token : tokens) {
      literalCounts[literal(token)]++;
      if (token > 0xff) {
        distanceCounts[Buckets.DISTANCES.code(token >>> 9)]++;
      }
    }
    Huffman literals = Huffman.of(literalCounts, LONGEST_WORD);
    Huffman distances = Huffman.of(distanceCounts, LONGEST_WORD);
    out.write(1, 1);
    out.write(2, 2);
    CodeLengths.write(out, literals.lengths(), distances.lengths());
    for (int token : tokens) {
      write(out, token, literals, distances);
    }
    literals.write(out, END);
  }

  private static int literal(int token) {
    return token <= 0xff ? token : END + 1 + Buckets.LENGTHS.code(token & 0x1ff);
  }

  private static void write(BitWriter out, int token, Huffman literals, Huffman distances) {
    int symbol = literal(token);
    literals.write(out, symbol);
    if (token > 0xff) {
      Buckets.LENGTHS.writeExtra(out, symbol - END - 1, token & 0x1ff);
      int distance = token >>> 9;
      int code = Buckets.DISTANCES.code(distance);
      distances.write(out, code);
      Buckets.DISTANCES.writeExtra(out, code, distance);
    }
  }

  /**
   * Codes that stand for ranges of numbers, the place within given by extra bits (RFC 1951, 3.2.5).
   */
  private static final class Buckets {
    /** Lengths 3 to 257 in 28 codes; 258 has the last code to itself. */
    static final Buckets LENGTHS = new Buckets(3, 29, 8, 4);

    /** Distances 1 to 32768 in 30 codes. */
    static final Buckets DISTANCES = new Buckets(1, 30, 4, 2);

    private final int[] bases;
    private final int[] extraBits;

    /** The first {@code plain} codes have no extra bits, then one more after every {@code step}. */
    private Buckets(int first, int codes, int plain, int step) {
      bases = new int[codes];
      extraBits = new int[codes];
      int base = first;
      for (int i = 0; i < codes; i++) {
        bases[i] = base;
        extraBits[i] = i < plain ? 0 : i / step - 1;
        base += 1 << extraBits[i];
      }
      if (first == Matches.SHORTEST) {
        bases[codes - 1] = Matches.LONGEST;
        extraBits[codes - 1] = 0;
      }
    }

    int code(int value) {
      int found = Arrays.binarySearch(bases, value);
      return found >= 0 ? found : -found - 2;
    }

    void writeExtra(BitWriter out, int code, int value) {
      out.write(value - bases[code], extraBits[code]);
    }
  }

  /**
   * The table of code lengths at the head of a block, run-length coded (RFC 1951, section 3.2.7).
   */
  private static final class CodeLengths {
    private static final int REPEAT_LAST = 16;
    private static final int ZEROS_SHORT = 17;
    private static final int ZEROS_LONG = 18;
    private static final int[] ORDER = {
      16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
    };

    private record Item(int symbol, int extra, int extraBits) {}

    private final List<Item> items = new ArrayList<>();

    private CodeLengths() {}

    static void write(BitWriter out, int[] literals, int[] distances) {
      CodeLengths table = new CodeLengths();
      table.runs(IntStream.concat(Arrays.stream(literals), Arrays.stream(distances)).toArray());
      out.write(literals.length - 257, 5);
      out.write(distances.length - 1, 5);
      table.write(out);
    }

    private void runs(int[] lengths) {
      int at = 0;
      while (at < lengths.length) {
        int end = at + 1;
        while (end < lengths.length && lengths[end] == lengths[at]) {
          end++;
        }
        run(lengths[at], end - at);
        at = end;
      }
    }

    private void run(int length, int count) {
      int left = count;
      if (length != 0) {
        items.add(new Item(length, 0, 0));
        left--;
      }
      while (left >= 3) {
        int taken = Math.min(left, length == 0 ? 138 : 6);
        items.add(repeat(length, taken));
        left -= taken;
      }
      for (; left > 0; left--) {
        items.add(new Item(length, 0, 0));
      }
    }

    private static Item repeat(int length, int taken) {
      if (length != 0) {
        return new Item(REPEAT_LAST, taken - 3, 2);
      }
      return taken > 10 ? new Item(ZEROS_LONG, taken - 11, 7) : new Item(ZEROS_SHORT, taken - 3, 3);
    }

    private void write(BitWriter out) {
      int[] counts = new int[19];
      items.forEach(item -> counts[item.symbol()]++);
      Huffman code = Huffman.of(counts, 7);
      int used = ORDER.length;
      while (used > 4 && code.lengths()[ORDER[used - 1]] == 0) {
        used--;
      }
      out.write(used - 4, 4);
      for (int i = 0; i < used; i++) {
        out.write(code.lengths()[ORDER[i]], 3);
      }
      for (Item item : items) {
        code.write(out, item.symbol());
        out.write(item.extra(), item.extraBits());
      }
    }
  }
}
