package org.novacat.fits.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.ReadLimits;

/** FITS written card by card, so that a test can write what no library would. */
public final class FitsBytes {
  private static final int BLOCK = 2880;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A file whose primary header has these cards, END added. */
  public static FitsBytes of(String... cards) {
    return new FitsBytes().header(cards);
  }

  /** A file with an empty primary HDU. */
  public static FitsBytes emptyPrimary(String... cards) {
    String[] all = new String[cards.length + 3];
    all[0] = "SIMPLE  =                    T";
    all[1] = "BITPIX  =                    8";
    all[2] = "NAXIS   =                    0";
    System.arraycopy(cards, 0, all, 3, cards.length);
    return of(all);
  }

  /** A primary image of one axis of floats with these further cards. */
  public static FitsBytes image(float[] pixels, String... cards) {
    String[] all = new String[cards.length + 4];
    all[0] = "SIMPLE  =                    T";
    all[1] = "BITPIX  =                  -32";
    all[2] = "NAXIS   =                    1";
    all[3] = String.format(Locale.ROOT, "NAXIS1  = %20d", pixels.length);
    System.arraycopy(cards, 0, all, 4, cards.length);
    ByteBuffer data = ByteBuffer.allocate(4 * pixels.length);
    data.asFloatBuffer().put(pixels);
    return of(all).data(data.array());
  }

  /** Adds a header, END and padding added. */
  public FitsBytes header(String... cards) {
    for (String card : cards) {
      write("%-80s".formatted(card));
    }
    write("%-80s".formatted("END"));
    while (out.size() % BLOCK != 0) {
      out.write(' ');
    }
    return this;
  }

  /** Adds data, padding added. */
  public FitsBytes data(byte[] data) {
    out.writeBytes(data);
    while (out.size() % BLOCK != 0) {
      out.write(0);
    }
    return this;
  }

  /** Adds data without padding. */
  public FitsBytes raw(byte[] data) {
    out.writeBytes(data);
    return this;
  }

  /** The file. */
  public byte[] bytes() {
    return out.toByteArray();
  }

  /** The file, opened. */
  public FitsFile open() {
    return FitsFile.open(bytes(), ReadLimits.DEFAULT);
  }

  private void write(String card) {
    out.writeBytes(card.getBytes(StandardCharsets.ISO_8859_1));
  }
}
