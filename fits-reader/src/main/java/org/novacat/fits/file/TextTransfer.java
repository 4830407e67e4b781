package org.novacat.fits.file;

/**
 * Recognises a file that was sent as text: pairs of CR and LF became one byte, and single ones were
 * changed into the other kind. So the file is no multiple of 2,880 bytes long, one of the two bytes
 * is nowhere in it, and the other is twice as frequent as it should be. From the first lost byte on
 * all numbers are put together from the wrong bytes. Two real files of the corpus are such.
 */
final class TextTransfer {
  private static final int LF = '\n';
  private static final int CR = '\r';

  /** Below this, one of 256 bytes may be missing by chance: the odds are e^-39. */
  private static final int LEAST = 10_000;

  private TextTransfer() {}

  /** Whether the file shows all three signs. */
  static boolean isLikely(byte[] bytes) {
    if (bytes.length < LEAST || bytes.length % HeaderScan.BLOCK == 0) {
      return false;
    }
    int lineFeeds = count(bytes, LF);
    int returns = count(bytes, CR);
    return Math.min(lineFeeds, returns) == 0 && Math.max(lineFeeds, returns) > bytes.length / 256;
  }

  private static int count(byte[] bytes, int wanted) {
    int count = 0;
    for (byte b : bytes) {
      count += b == wanted ? 1 : 0;
    }
    return count;
  }
}
