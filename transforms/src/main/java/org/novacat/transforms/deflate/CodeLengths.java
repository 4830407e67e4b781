package org.novacat.transforms.deflate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The table of code lengths at the head of a block, run-length coded (RFC 1951, section 3.2.7). */
final class CodeLengths {
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
