package org.novacat.fits;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages bytes in the ways that transfers, disks, editors and programs damage FITS files. */
public final class Mutator {
  private static final int CARD = 80;
  private static final int BLOCK = 2880;

  private static final List<String> EXTREMES =
      List.of(
          "0",
          "-1",
          "1",
          "999",
          "1000",
          "2147483647",
          "-2147483648",
          "4294967296",
          "9223372036854775807",
          "-9223372036854775808",
          "99999999999999999999",
          "1E400",
          "-1E-400",
          "NaN",
          "T",
          "''",
          "'&'",
          "");

  private final Random random;

  public Mutator(Random random) {
    this.random = random;
  }

  /** A damaged copy; one to four faults. */
  public byte[] mutate(byte[] original) {
    byte[] bytes = original.clone();
    int faults = 1 + random.nextInt(4);
    for (int i = 0; i < faults && bytes.length > 0; i++) {
      bytes = one(bytes);
    }
    return bytes;
  }

  private byte[] one(byte[] bytes) {
    return switch (random.nextInt(8)) {
      case 0 -> flip(bytes);
      case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 2 -> fill(bytes, true);
      case 3 -> fill(bytes, false);
      case 4 -> insert(bytes);
      case 5 -> swapCards(bytes);
      case 6 -> loseCard(bytes);
      default -> extreme(bytes);
    };
  }

  private byte[] flip(byte[] bytes) {
    int flips = 1 + random.nextInt(8);
    for (int i = 0; i < flips; i++) {
      bytes[somewhere(bytes)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  /** Half of all places are in the first header, where most can go wrong. */
  private int somewhere(byte[] bytes) {
    return random.nextInt(random.nextBoolean() ? Math.min(bytes.length, 3 * BLOCK) : bytes.length);
  }

  private byte[] fill(byte[] bytes, boolean withNoise) {
    int from = somewhere(bytes);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(BLOCK));
    for (int i = from; i < to; i++) {
      bytes[i] = withNoise ? (byte) random.nextInt() : 0;
    }
    return bytes;
  }

  private byte[] insert(byte[] bytes) {
    int at = somewhere(bytes);
    int length = 1 + random.nextInt(200);
    byte[] longer = new byte[bytes.length + length];
    System.arraycopy(bytes, 0, longer, 0, at);
    System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
    return longer;
  }

  private byte[] swapCards(byte[] bytes) {
    int a = card(bytes);
    int b = card(bytes);
    if (a >= 0 && b >= 0) {
      byte[] kept = Arrays.copyOfRange(bytes, a, a + CARD);
      System.arraycopy(bytes, b, bytes, a, CARD);
      System.arraycopy(kept, 0, bytes, b, CARD);
    }
    return bytes;
  }

  private byte[] loseCard(byte[] bytes) {
    int at = card(bytes);
    if (at >= 0) {
      Arrays.fill(bytes, at, at + CARD, (byte) ' ');
    }
    return bytes;
  }

  /** Gives a card that has a value one that its reader may not expect. */
  private byte[] extreme(byte[] bytes) {
    int at = card(bytes);
    if (at >= 0 && bytes[at + 8] == '=') {
      String value = EXTREMES.get(random.nextInt(EXTREMES.size()));
      byte[] text = "%-70s".formatted(" " + value).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(text, 0, bytes, at + 9, CARD - 9 - 1);
    }
    return bytes;
  }

  /** Where a card of some header begins; −1 when the bytes are too short for one. */
  private int card(byte[] bytes) {
    int cards = Math.min(bytes.length, 20 * BLOCK) / CARD;
    return cards == 0 ? -1 : random.nextInt(cards) * CARD;
  }
}
