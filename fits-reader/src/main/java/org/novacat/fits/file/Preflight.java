package org.novacat.fits.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Walks the HDUs of a file and refuses what cannot be true before anything is allocated for it:
 * SIMPLE not first, no END, BITPIX outside the six, NAXIS outside 0 to 999, an axis below zero, a
 * size that overflows or goes beyond the bytes present, too many header blocks or HDUs. The final
 * padding may be missing (many writers forget it), and whatever follows the last HDU and is no
 * extension is left alone with a note (FITS Standard 4.0, section 3.5, special records).
 */
final class Preflight {
  private static final int BLOCK = 2880;
  private static final int CARD = CardValue.CARD;
  private static final long SIMPLE = Keyword.packed("SIMPLE");
  private static final long XTENSION = Keyword.packed("XTENSION");
  private static final long END = Keyword.packed("END");

  private final byte[] bytes;
  private final ReadLimits limits;
  private final List<Hdu> hdus = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Preflight(byte[] bytes, ReadLimits limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  FitsFile run() {
    checkStart();
    long at = add(0);
    while (isExtension(at)) {
      if (hdus.size() == limits.maxHdus()) {
        throw RefusedException.overLimit(
            "FITS_TOO_MANY_HDUS",
            "Cannot read file: it has more than %d HDUs".formatted(limits.maxHdus()));
      }
      at = add((int) at);
    }
    noteRest(at);
    return new FitsFile(hdus, notes);
  }

  private void checkStart() {
    if (bytes.length == 0) {
      throw RefusedException.unreadable("FITS_EMPTY", "Cannot read file: it has no bytes");
    }
    if (bytes.length < CARD || Keyword.packed(bytes, 0) != SIMPLE) {
      throw RefusedException.unreadable(
          "FITS_NO_SIMPLE",
          "Cannot read file: it begins with '%s', not with the card SIMPLE".formatted(opening()));
    }
    String simple = CardValue.of(bytes, 0);
    if (!CardValue.present(bytes, 0) || !(simple.equals("T") || simple.equals("F"))) {
      throw RefusedException.unreadable(
          "FITS_NO_SIMPLE", "Cannot read file: SIMPLE is '%s', not T".formatted(simple));
    }
    if (simple.equals("F")) {
      notes.add("SIMPLE = F: the file says that it departs from the standard.");
    }
  }

  /** The first characters, for a message: what was sent instead of FITS is often readable. */
  private String opening() {
    int n = Math.min(16, bytes.length);
    return new String(bytes, 0, n, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
  }

  /** Adds the HDU that begins at {@code start} and returns where the next one would. */
  private long add(int start) {
    int cards = countCards(start);
    Header header = new Header(bytes, start, cards);
    Shape shape = Shape.of(header, hdus.size());
    int headerLength = (cards + BLOCK / CARD) / (BLOCK / CARD) * BLOCK;
    long dataStart = (long) start + headerLength;
    checkPresent(shape, dataStart);
    int from = (int) Math.min(dataStart, bytes.length);
    hdus.add(
        new Hdu(
            hdus.size(),
            shape.kind(),
            header,
            shape.bitpix(),
            shape.axes(),
            bytes,
            from,
            (int) shape.dataLength()));
    return dataStart + (shape.dataLength() + BLOCK - 1) / BLOCK * BLOCK;
  }

  private void checkPresent(Shape shape, long dataStart) {
    long present = Math.max(0, bytes.length - dataStart);
    if (shape.dataLength() > present) {
      throw RefusedException.unreadable(
          "FITS_TRUNCATED",
          "Cannot read file: HDU %d needs %d bytes of data (BITPIX %d, axes %s) and %d are there"
              .formatted(
                  hdus.size(),
                  shape.dataLength(),
                  shape.bitpix(),
                  Arrays.toString(shape.axes()),
                  present));
    }
  }

  /** Cards before END. */
  private int countCards(int start) {
    int most = limits.maxHeaderBlocks() * (BLOCK / CARD);
    for (int i = 0; i < most; i++) {
      long p = (long) start + (long) i * CARD;
      if (p + CARD > bytes.length && !endsHere(p)) {
        throw RefusedException.unreadable(
            "FITS_NO_END",
            "Cannot read file: it ends after %d bytes, inside the header of HDU %d"
                .formatted(bytes.length, hdus.size()));
      }
      long key = Keyword.packed(bytes, (int) p);
      if (key == END) {
        return i;
      }
      checkKeyword(key, i);
    }
    throw RefusedException.overLimit(
        "FITS_HEADER_OVER_LIMIT",
        "Cannot read file: the header of HDU %d has no END within %d blocks"
            .formatted(hdus.size(), limits.maxHeaderBlocks()));
  }

  /**
   * Without this, a header whose END is damaged would swallow its own data and go on to the END of
   * the next header, and everything after would be read from the wrong place.
   */
  private void checkKeyword(long key, int card) {
    boolean control = ((key - 0x2020202020202020L | key) & 0x8080808080808080L) != 0;
    boolean nextHeader = key == XTENSION && card > 0 && card % (BLOCK / CARD) == 0;
    if (control || nextHeader) {
      throw RefusedException.unreadable(
          "FITS_BAD_HEADER",
          "Cannot read file: card %d of HDU %d is %s, and no END came before it"
              .formatted(card + 1, hdus.size(), control ? "binary" : "the start of an extension"));
    }
  }

  /** An END card without its trailing blanks, as the last thing of a file without padding. */
  private boolean endsHere(long p) {
    return p + 8 <= bytes.length && Keyword.packed(bytes, (int) p) == END;
  }

  private boolean isExtension(long at) {
    return at + CARD <= bytes.length && Keyword.packed(bytes, (int) at) == XTENSION;
  }

  private void noteRest(long at) {
    for (long p = at; p < bytes.length; p++) {
      if (bytes[(int) p] != 0 && bytes[(int) p] != ' ') {
        notes.add("%d bytes after the last HDU are no extension.".formatted(bytes.length - at));
        return;
      }
    }
  }
}
