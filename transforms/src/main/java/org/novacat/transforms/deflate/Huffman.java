package org.novacat.transforms.deflate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A canonical prefix code made from how often each symbol occurs (RFC 1951, section 3.2.2). */
final class Huffman {
  private final int[] lengths;
  private final int[] codes;

  private Huffman(int[] lengths) {
    this.lengths = lengths;
    codes = codes(lengths);
  }

  /**
   * A code whose words have at most {@code longest} bits. Where the best code has longer ones, the
   * counts are flattened until it has not.
   */
  static Huffman of(int[] counts, int longest) {
    int[] flattened = counts.clone();
    ensureTwo(flattened);
    int[] lengths = lengths(flattened);
    while (max(lengths) > longest) {
      Arrays.setAll(flattened, i -> (flattened[i] + 1) / 2);
      lengths = lengths(flattened);
    }
    return new Huffman(lengths);
  }

  int[] lengths() {
    return lengths;
  }

  void write(BitWriter out, int symbol) {
    out.write(codes[symbol], lengths[symbol]);
  }

  /** Some readers refuse a code of a single word. */
  private static void ensureTwo(int[] counts) {
    long used = Arrays.stream(counts).filter(count -> count > 0).count();
    for (int i = 0; used < 2; i++) {
      if (counts[i] == 0) {
        counts[i] = 1;
        used++;
      }
    }
  }

  private record Node(long count, int id, int left, int right) {}

  private static int[] lengths(int[] counts) {
    PriorityQueue<Node> queue =
        new PriorityQueue<>(Comparator.comparingLong(Node::count).thenComparingInt(Node::id));
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        queue.add(new Node(counts[i], i, -1, -1));
      }
    }
    Node[] inner = new Node[queue.size()];
    int made = 0;
    while (queue.size() > 1) {
      Node a = queue.remove();
      Node b = queue.remove();
      inner[made] = new Node(a.count() + b.count(), counts.length + made, a.id(), b.id());
      queue.add(inner[made++]);
    }
    return depths(inner, made, counts.length);
  }

  /** A parent is made after its children, so one pass from the root sets all depths. */
  private static int[] depths(Node[] inner, int made, int symbols) {
    int[] depths = new int[symbols + made];
    for (int i = made - 1; i >= 0; i--) {
      depths[inner[i].left()] = depths[inner[i].id()] + 1;
      depths[inner[i].right()] = depths[inner[i].id()] + 1;
    }
    return Arrays.copyOf(depths, symbols);
  }

  private static int[] codes(int[] lengths) {
    int[] next = new int[max(lengths) + 2];
    for (int length : lengths) {
      next[length + 1] += length > 0 ? 1 : 0;
    }
    next[1] = 0;
    for (int bits = 1; bits < next.length - 1; bits++) {
      next[bits + 1] = (next[bits] + next[bits + 1]) << 1;
    }
    int[] codes = new int[lengths.length];
    for (int i = 0; i < lengths.length; i++) {
      if (lengths[i] > 0) {
        codes[i] = Integer.reverse(next[lengths[i]]++) >>> (32 - lengths[i]);
      }
    }
    return codes;
  }

  private static int max(int[] values) {
    return Arrays.stream(values).max().orElse(0);
  }
}
