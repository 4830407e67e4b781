package org.novacat.persistence.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;

/** Keys and bytes that the contracts write, and short ways to look at a store. */
public final class Samples {
  public static final ObjectKey KEY = ObjectKey.of("raw/nova/object.fits");

  /** More bytes than any object of the tests has, but for those that are streamed. */
  public static final int MANY = 1_000_000;

  static final NovaId NOVA = NovaId.mint();
  static final DataProductId PRODUCT =
      DataProductId.ofProductKey(org.novacat.persistence.testing.Samples.PROVIDER, "one");
  private static final int PIECE = 77_777;

  private Samples() {}

  public static Content.Measured content(String text) {
    return Content.of(text.getBytes(UTF_8));
  }

  /** Bytes and a length that no other contender has. */
  public static byte[] bytesOf(int who) {
    return ("contender " + who).repeat(1_000 + who).getBytes(UTF_8);
  }

  /** 100,000 bytes or a few more, all of them the version's number. */
  public static byte[] version(int number) {
    byte[] bytes = new byte[100_000 + number];
    Arrays.fill(bytes, (byte) number);
    return bytes;
  }

  /** The same bytes in pieces, as if nobody knew how many come. */
  public static Content streamed(byte[] bytes) {
    return Content.streamed(
        out -> {
          for (int from = 0; from < bytes.length; from += PIECE) {
            out.write(bytes, from, Math.min(PIECE, bytes.length - from));
          }
        });
  }

  public static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  public static String text(ObjectStore store, ObjectKey key) {
    return new String(store.read(key, MANY), UTF_8);
  }

  public static List<String> keys(ObjectStore store, String prefix) {
    try (Stream<ListedObject> objects = store.list(prefix)) {
      return objects.map(o -> o.key().value()).toList();
    }
  }
}
