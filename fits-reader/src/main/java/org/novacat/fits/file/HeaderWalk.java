package org.novacat.fits.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the HDUs of a file one after the other and reads nothing but their headers. What cannot be
 * true of an HDU is refused before anything is allocated for it: SIMPLE not first, no END, BITPIX
 * outside the six, NAXIS outside 0 to 999, an axis below zero, a size that overflows or goes beyond
 * the bytes present, too many header blocks or HDUs; what comes after it is not looked at. It knows
 * nothing of gzip. Used by one thread.
 */
public final class HeaderWalk {
  /** Bytes of a header that are read at first: enough for most. */
  private static final int FIRST = 8 * HeaderScan.BLOCK;

  private static final byte[] NOT_IN_MEMORY = new byte[0];

  private final ByteSource source;
  private final HeaderScan scan;
  private boolean standard = true;
  private int found;
  private long at;

  public HeaderWalk(ByteSource source, ReadLimits limits) {
    this.source = requireNonNull(source, "source is null");
    this.scan = new HeaderScan(limits);
  }

  /**
   * The next HDU, the primary one first; null after the last.
   *
   * @throws RefusedException when the file is not FITS, its header is damaged, or the data of this
   *     HDU are not all there; the refusal tells where the HDU begins
   * @throws IOException when the store fails
   */
  public @Nullable Hdu next() throws IOException {
    byte[] bytes = bytesFrom(at, FIRST);
    try {
      return next(bytes);
    } catch (RefusedException e) {
      throw e.at(at);
    }
  }

  private @Nullable Hdu next(byte[] first) throws IOException {
    if (found == 0) {
      standard = HeaderScan.checkStart(first);
    } else if (first.length < CardValue.CARD || Keyword.packed(first, 0) != HeaderScan.XTENSION) {
      return null;
    }
    scan.checkCount(found);
    Hdu hdu = hdu(header(first));
    found++;
    at = hdu.dataStart() + HeaderScan.padded(hdu.dataLength());
    return hdu;
  }

  /** Whether SIMPLE is T; F says that the file departs from the standard. */
  boolean isStandard() {
    return standard;
  }

  /** Where the HDUs that were found end, padding included. */
  long end() {
    return at;
  }

  private Header header(byte[] first) throws IOException {
    byte[] bytes = first;
    int cards = scan.cards(bytes, found);
    while (cards < 0) {
      if (at + bytes.length >= source.length()) {
        throw HeaderScan.noEnd(source.length(), found);
      }
      bytes = bytesFrom(at, bytes.length * 4);
      cards = scan.cards(bytes, found);
    }
    return new Header(Arrays.copyOf(bytes, (cards + 1) * CardValue.CARD), cards);
  }

  private Hdu hdu(Header header) {
    HduShape shape = HduShape.of(header, found);
    long dataStart = at + HeaderScan.length(header.size());
    shape.checkPresent(found, source.length() - dataStart);
    return new Hdu(
        found,
        shape.kind(),
        header,
        shape.bitpix(),
        shape.axes(),
        NOT_IN_MEMORY,
        at,
        dataStart,
        shape.dataLength());
  }

  private byte[] bytesFrom(long from, int most) throws IOException {
    int length = (int) Math.max(0, Math.min(most, source.length() - from));
    byte[] bytes = new byte[length];
    if (length > 0) {
      source.read(from, bytes, 0, length);
    }
    return bytes;
  }
}
