package org.novacat.fits.testing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Makes the files that benchmarks of the data source read, and knows what is in them. */
public final class BenchmarkFiles {
  /** The table has 9.6 million rows of 52 bytes: 499 MB. */
  public static final long TABLE_ROWS = 9_600_000;

  public static final int ROW = 52;

  /** As many as a spectrum of SDSS has, and 2,000 of such files: 346 MB. */
  public static final int SPECTRUM_ROWS = 3842;

  public static final int SPECTRA = 2000;

  private static final int BLOCK = 2880;

  /** Other HDUs of a spectrum of SDSS: parameters of the object, and of lines. */
  private static final int OTHER_BYTES = 33_000;

  private BenchmarkFiles() {}

  /** Writes the table where it is not there; returns the sum of {@code mag}. */
  public static double table(Path file, long rows) throws IOException {
    double sum = 0;
    boolean there = Files.exists(file);
    try (OutputStream out = there ? OutputStream.nullOutputStream() : create(file)) {
      out.write(tableHeader(rows));
      ByteBuffer row = ByteBuffer.allocate(ROW);
      for (long id = 0; id < rows; id++) {
        double mag = 10 + (id * 7919 % 10_007) / 1000.0;
        sum += mag;
        row.clear();
        row.putLong(id).putDouble(id % 360_000 / 1000.0).putDouble(id % 180_000 / 1000.0 - 90);
        row.putDouble(mag).putFloat(0.02f).putFloat((int) (id % 100)).putInt((int) (id % 7));
        row.putShort((short) (id % 3)).put("V339De".getBytes(StandardCharsets.US_ASCII));
        out.write(row.array());
      }
      out.write(new byte[(int) ((BLOCK - rows * ROW % BLOCK) % BLOCK)]);
    }
    return sum;
  }

  private static OutputStream create(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
  }

  private static byte[] tableHeader(long rows) {
    List<String> cards = cards(ROW, rows);
    columns(cards, "id K", "ra D", "dec D", "mag D", "err E", "rate E", "n J", "flag I", "name 6A");
    return FitsBytes.emptyPrimary("EXTEND  =                    T")
        .header(cards.toArray(String[]::new))
        .bytes();
  }

  private static List<String> cards(int rowLength, long rows) {
    return new ArrayList<>(
        List.of(
            "XTENSION= 'BINTABLE'",
            "BITPIX  =                    8",
            "NAXIS   =                    2",
            String.format(Locale.ROOT, "NAXIS1  = %20d", rowLength),
            String.format(Locale.ROOT, "NAXIS2  = %20d", rows),
            "PCOUNT  =                    0",
            "GCOUNT  =                    1"));
  }

  private static void columns(List<String> cards, String... columns) {
    cards.add(String.format(Locale.ROOT, "TFIELDS = %20d", columns.length));
    for (int i = 1; i <= columns.length; i++) {
      String[] words = columns[i - 1].split(" ");
      cards.add("%-8s= '%-8s'".formatted("TTYPE" + i, words[0]));
      cards.add("%-8s= '%-8s'".formatted("TFORM" + i, words[1]));
    }
  }

  /** Writes the spectra where they are not there; returns the sum of {@code flux}. */
  public static double spectra(Path folder, int files) throws IOException {
    Files.createDirectories(folder);
    double sum = 0;
    for (int i = 0; i < files; i++) {
      SplittableRandom random = new SplittableRandom(i);
      ByteBuffer rows = ByteBuffer.allocate(32 * SPECTRUM_ROWS);
      for (int row = 0; row < SPECTRUM_ROWS; row++) {
        float flux = (float) random.nextDouble(100);
        sum += flux;
        rows.putFloat(flux).putFloat(3.58f + 1e-4f * row).putFloat(0.1f).putInt(0).putInt(0);
        rows.putFloat(1).putFloat(2).putFloat(flux);
      }
      Path file =
          folder.resolve(
              String.format(Locale.ROOT, "spec-%04d-51602-%04d.fits", 266 + i / 640, i % 640));
      if (!Files.exists(file)) {
        Files.write(file, spectrum(rows.array()));
      }
    }
    return sum;
  }

  private static byte[] spectrum(byte[] rows) {
    String[] primary = new String[100];
    Arrays.setAll(
        primary,
        i ->
            String.format(
                Locale.ROOT, "CARD%-4d= %20d / one of the hundred of a real header", i, i));
    List<String> coadd = cards(32, SPECTRUM_ROWS);
    columns(
        coadd,
        "flux E",
        "loglam E",
        "ivar E",
        "and_mask J",
        "or_mask J",
        "wdisp E",
        "sky E",
        "model E");
    coadd.add("EXTNAME = 'COADD   '");
    List<String> other = cards(OTHER_BYTES, 1);
    columns(other, "parameters " + OTHER_BYTES / 4 + "E");
    other.add("EXTNAME = 'SPALL   '");
    return FitsBytes.emptyPrimary(primary)
        .header(coadd.toArray(String[]::new))
        .data(rows)
        .header(other.toArray(String[]::new))
        .data(new byte[OTHER_BYTES])
        .bytes();
  }
}
