package org.novacat.transforms.deflate;

/** Blocks of a stream (RFC 1951, section 3.2.3). */
final class Block {
  /** What a stored block has at the most here; the format takes up to 65,535. */
  static final int STORED = 1 << 15;

  private static final int END = 256;
  private static final int LONGEST_WORD = 15;

  private Block() {}

  /**
   * Writes a block with codes of its own.
   *
   * @param tokens as {@link Matches} gives them
   * @param count how many of them
   * @param last 1 for the last block of the stream, else 0
   */
  static void compressed(BitWriter out, int[] tokens, int count, int last) {
    int[] literalCounts = new int[286];
    int[] distanceCounts = new int[30];
    literalCounts[END] = 1;
    for (int i = 0; i < count; i++) {
      int token = tokens[i];
      literalCounts[literal(token)]++;
      if (token > 0xff) {
        distanceCounts[Buckets.DISTANCES.code(token >>> 9)]++;
      }
    }
    Huffman literals = Huffman.of(literalCounts, LONGEST_WORD);
    Huffman distances = Huffman.of(distanceCounts, LONGEST_WORD);
    out.write(last, 1);
    out.write(2, 2);
    CodeLengths.write(out, literals.lengths(), distances.lengths());
    for (int i = 0; i < count; i++) {
      write(out, tokens[i], literals, distances);
    }
    literals.write(out, END);
  }

  /** Writes bytes as they are, in as many blocks as they take. */
  static void stored(BitWriter out, byte[] data, int from, int end) {
    for (int at = from; at < end; at += STORED) {
      int length = Math.min(STORED, end - at);
      out.write(0, 3);
      out.align();
      out.write(length, 16);
      out.write(~length, 16);
      out.write(data, at, length);
    }
  }

  /** Ends a stream by a block of nothing. */
  static void end(BitWriter out) {
    out.write(1, 1);
    out.write(1, 2);
    out.write(0, 7); // the end, in the code that the format has fixed
  }

  private static int literal(int token) {
    return token <= 0xff ? token : END + 1 + Buckets.LENGTHS.code(token & 0x1ff);
  }

  private static void write(BitWriter out, int token, Huffman literals, Huffman distances) {
    if (token <= 0xff) {
      literals.write(out, token);
      return;
    }
    int length = token & 0x1ff;
    int code = Buckets.LENGTHS.code(length);
    literals.write(out, END + 1 + code);
    out.write(Buckets.LENGTHS.extra(code, length), Buckets.LENGTHS.extraBits(code));
    int distance = token >>> 9;
    int far = Buckets.DISTANCES.code(distance);
    distances.write(out, far);
    out.write(Buckets.DISTANCES.extra(far, distance), Buckets.DISTANCES.extraBits(far));
  }
}
