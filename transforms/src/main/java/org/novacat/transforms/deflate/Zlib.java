package org.novacat.transforms.deflate;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Adler32;

/** Compresses bytes into a zlib stream of one block (RFC 1950). */
public final class Zlib {
  private Zlib() {}

  /** The stream of all these bytes. */
  public static byte[] compressed(byte[] data) {
    BitWriter out = new BitWriter();
    out.write(0x78, 8);
    out.write(0x9c, 8);
    int[] tokens = Matches.tokens(data);
    Block.compressed(out, tokens, tokens.length, 1);
    byte[] body = out.finish();
    byte[] stream = Arrays.copyOf(body, body.length + 4);
    Adler32 adler = new Adler32();
    adler.update(data);
    ByteBuffer.wrap(stream, body.length, 4).putInt((int) adler.getValue());
    return stream;
  }
}
