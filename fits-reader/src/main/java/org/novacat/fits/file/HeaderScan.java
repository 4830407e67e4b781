package org.novacat.fits.file;

/**
 * The checks of the cards that begin and end a header, the same for a file in memory and for one
 * that is read piece by piece.
 */
final class HeaderScan {
  static final int BLOCK = 2880;
  static final long XTENSION = Keyword.packed("XTENSION");

  private static final int CARD = CardValue.CARD;
  private static final long SIMPLE = Keyword.packed("SIMPLE");
  private static final long END = Keyword.packed("END");

  /** So many characters of what is no FITS are shown. */
  private static final int SHOWN = 16;

  private final ReadLimits limits;

  HeaderScan(ReadLimits limits) {
    this.limits = limits;
  }

  /**
   * Refuses what does not begin as FITS.
   *
   * @param bytes the start of the file; all of it when it is shorter than a card
   * @return whether SIMPLE is T; F says that the file departs from the standard
   */
  static boolean checkStart(byte[] bytes) {
    if (bytes.length == 0) {
      throw notFits("FITS_EMPTY", "Cannot read file: it has no bytes");
    }
    if (bytes.length < CARD || Keyword.packed(bytes, 0) != SIMPLE) {
      ForeignKind kind = ForeignKind.of(bytes);
      throw notFits(
          "FITS_NO_SIMPLE",
          "Cannot read file as FITS: it is %s, and begins with '%s' (%s)"
              .formatted(kind.what(), ForeignKind.opening(bytes, SHOWN), kind.remedy()));
    }
    String simple = CardValue.of(bytes, 0);
    if (!CardValue.present(bytes, 0) || !(simple.equals("T") || simple.equals("F"))) {
      throw notFits("FITS_NO_SIMPLE", "Cannot read file: SIMPLE is '%s', not T".formatted(simple));
    }
    return simple.equals("T");
  }

  private static RefusedException notFits(String detail, String message) {
    return RefusedException.unreadable(detail, message).at(0);
  }

  /** Cards before END of the header that these bytes begin with; −1 when they end before it. */
  int cards(byte[] bytes, int hdu) {
    int most = limits.maxHeaderBlocks() * (BLOCK / CARD);
    for (int i = 0; i < most; i++) {
      int p = i * CARD;
      if (p + CARD > bytes.length && !endsHere(bytes, p)) {
        return -1;
      }
      long key = Keyword.packed(bytes, p);
      if (key == END) {
        return i;
      }
      checkKeyword(key, i, hdu);
    }
    throw RefusedException.overLimit(
        "FITS_HEADER_OVER_LIMIT",
        "Cannot read file: the header of HDU %s has no END within %s blocks"
            .formatted(hdu, limits.maxHeaderBlocks()));
  }

  /** The refusal of a file of this length that ends inside a header. */
  static RefusedException noEnd(long fileLength, int hdu) {
    return RefusedException.unreadable(
        "FITS_NO_END",
        "Cannot read file: it ends after %s bytes, inside the header of HDU %s"
            .formatted(fileLength, hdu));
  }

  /** Bytes of a header of so many cards before END, padding included. */
  static int length(int cards) {
    return (cards + BLOCK / CARD) / (BLOCK / CARD) * BLOCK;
  }

  /** A length of data with its padding. */
  static long padded(long dataLength) {
    return (dataLength + BLOCK - 1) / BLOCK * BLOCK;
  }

  /** Refuses one HDU too many. */
  void checkCount(int hdus) {
    if (hdus == limits.maxHdus()) {
      throw RefusedException.overLimit(
          "FITS_TOO_MANY_HDUS",
          "Cannot read file: it has more than %s HDUs".formatted(limits.maxHdus()));
    }
  }

  /**
   * Without this, a header whose END is damaged would swallow its own data and go on to the END of
   * the next header, and everything after would be read from the wrong place.
   */
  private static void checkKeyword(long key, int card, int hdu) {
    boolean control = ((key - 0x2020202020202020L | key) & 0x8080808080808080L) != 0;
    boolean nextHeader = key == XTENSION && card > 0 && card % (BLOCK / CARD) == 0;
    if (control || nextHeader) {
      throw RefusedException.unreadable(
          "FITS_BAD_HEADER",
          "Cannot read file: card %s of HDU %s is %s, and no END came before it"
              .formatted(card + 1, hdu, control ? "binary" : "the start of an extension"));
    }
  }

  /** An END card without its trailing blanks, as the last thing of a file without padding. */
  private static boolean endsHere(byte[] bytes, int p) {
    return p + 8 <= bytes.length && Keyword.packed(bytes, p) == END;
  }
}
