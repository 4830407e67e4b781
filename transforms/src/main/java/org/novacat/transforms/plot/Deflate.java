package org.novacat.transforms.plot;

import java.nio.ByteBuffer;
import java.util.Arrays;
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
}
