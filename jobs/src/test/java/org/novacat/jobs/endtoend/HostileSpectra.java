package org.novacat.jobs.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** FITS files made to hurt whoever reads them, by what is wrong with each. */
final class HostileSpectra {
  private static final int BLOCK = 2880;
  private static final int SAMPLES = 200;

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private HostileSpectra() {}

  /** All of them by name. */
  static Map<String, byte[]> all() {
    HostileSpectra hostile = new HostileSpectra();
    hostile.texts();
    hostile.shapes();
    hostile.axes();
    hostile.tables();
    hostile.tiles();
    hostile.streams();
    return hostile.files;
  }

  /** A sound spectrum, which differs from every other of another seed. */
  static byte[] good(int seed) {
    return fits(spectrum(SAMPLES), flux(SAMPLES, seed));
  }

  private void texts() {
    for (String keyword : new String[] {"INSTRUME", "OBJECT", "TELESCOP", "OBSERVER"}) {
      add("long-" + keyword, spectrum(SAMPLES) + continued(keyword, 201_000), SAMPLES);
    }
    add("huge-card", spectrum(SAMPLES) + continued("INSTRUME", 435_000), SAMPLES);
    add("long-unit", spectrum(SAMPLES) + continued("BUNIT", 100_000), SAMPLES);
    add("long-axis-unit", spectrum(SAMPLES) + continued("CUNIT1", 100_000), SAMPLES);
    add("unit-of-brackets", spectrum(SAMPLES) + text("BUNIT", "(".repeat(60)), SAMPLES);
    add(
        "control-characters",
        spectrum(SAMPLES) + card("OBJECT", "'\u0001\u001b[31m\u0007'"),
        SAMPLES);
    add(
        "endless-continue",
        spectrum(SAMPLES) + "CONTINUE  '&'".concat(" ".repeat(67)).repeat(9000),
        SAMPLES);
  }

  private void shapes() {
    add("naxis-999", head("-32", "999") + axes(999, 1), 1);
    add("naxis-huge", head("-32", "2147483648"), 1);
    add("naxis-negative", head("-32", "-1"), 1);
    add("axis-negative", head("-32", "1") + card("NAXIS1", "-200"), 1);
    add("axis-2-to-31", head("-32", "1") + card("NAXIS1", "2147483648"), 1);
    add("axis-2-to-63", head("-32", "1") + card("NAXIS1", "9223372036854775808"), 1);
    add("axes-that-overflow", head("-64", "3") + axes(3, 2_097_152), 1);
    add("axis-nan", head("-32", "1") + card("NAXIS1", "NaN"), 1);
    add("bitpix-7", head("7", "1") + card("NAXIS1", "200"), SAMPLES);
    add("one-pixel", spectrum(1), 1);
    add("no-pixel", head("-32", "0"), 0);
    add(
        "groups",
        head("-32", "1")
            + card("NAXIS1", "0")
            + card("GROUPS", "T")
            + card("PCOUNT", "-2147483648")
            + card("GCOUNT", "2147483647"),
        1);
    files.put(
        "thousands-of-hdus", concat(good(1), fits(extension("IMAGE   ", "8", "0", ""), 0), 5000));
  }

  private void axes() {
    add("cdelt-nan", spectrum(SAMPLES, "NaN", "4000"), SAMPLES);
    add("cdelt-zero", spectrum(SAMPLES, "0", "4000"), SAMPLES);
    add("cdelt-infinite", spectrum(SAMPLES, "1E400", "4000"), SAMPLES);
    add("crval-negative", spectrum(SAMPLES, "1", "-4000"), SAMPLES);
    add(
        "ctype-game",
        spectrum(SAMPLES).replace("'WAVE    '", "'WAVE-LOG'") + card("CD1_1", "1E300"),
        SAMPLES);
    add(
        "ctype-table",
        spectrum(SAMPLES).replace("'WAVE    '", "'WAVE-TAB'") + text("PS1_0", "NONE"),
        SAMPLES);
  }

  private void tables() {
    files.put("tfields-huge", table("8", "1", card("TFIELDS", "2147483647")));
    files.put("tfields-negative", table("8", "1", card("TFIELDS", "-1")));
    files.put(
        "tform-huge", table("8", "1", card("TFIELDS", "1") + text("TFORM1", "999999999999D")));
    files.put(
        "pcount-huge",
        table("8", "1", card("TFIELDS", "1") + text("TFORM1", "1D") + card("THEAP", "2147483647")));
    files.put("heap-descriptor", descriptor());
  }

  private void tiles() {
    for (String type : new String[] {"RICE_1", "GZIP_1", "HCOMPRESS_1", "NONE"}) {
      files.put("tiles-" + type, tiled(type));
    }
  }

  private void streams() {
    files.put("bomb.gz", gzip(good(2), 300 << 20));
    files.put("cut.gz", java.util.Arrays.copyOf(gzip(good(3), 0), 90));
    files.put("gzip-in-gzip.gz", gzip(gzip(good(4), 0), 0));
    files.put("not-fits", "SIMPLE ".repeat(1000).getBytes(ISO_8859_1));
  }

  private void add(String name, String cards, int samples) {
    files.put(name, fits(cards, flux(samples, name.hashCode())));
  }

  private static byte[] descriptor() {
    byte[] row = {0x7f, -1, -1, -1, 0x7f, -1, -1, -1};
    return concat(
        fits(head("8", "0"), 0),
        fits(
            extension(
                "BINTABLE",
                "8",
                "2",
                card("NAXIS1", "8")
                    + card("NAXIS2", "1")
                    + card("TFIELDS", "1")
                    + text("TFORM1", "1PD(2147483647)")
                    + text("TTYPE1", "WAVE")),
            row),
        1);
  }

  private static byte[] tiled(String type) {
    return concat(
        fits(head("8", "0"), 0),
        fits(
            extension(
                "BINTABLE",
                "8",
                "2",
                card("NAXIS1", "8")
                    + card("NAXIS2", "1")
                    + card("TFIELDS", "1")
                    + text("TFORM1", "1PB(8)")
                    + text("TTYPE1", "COMPRESSED_DATA")
                    + card("ZIMAGE", "T")
                    + text("ZCMPTYPE", type)
                    + card("ZBITPIX", "-64")
                    + card("ZNAXIS", "2")
                    + card("ZNAXIS1", "100000")
                    + card("ZNAXIS2", "100000")
                    + card("ZTILE1", "100000")
                    + card("ZTILE2", "100000")),
            new byte[8]),
        1);
  }

  private static byte[] table(String width, String rows, String more) {
    return concat(
        fits(head("8", "0"), 0),
        fits(
            extension("BINTABLE", "8", "2", card("NAXIS1", width) + card("NAXIS2", rows) + more),
            new byte[8]),
        1);
  }

  private static String spectrum(int samples) {
    return spectrum(samples, "1.5", "4000");
  }

  private static String spectrum(int samples, String step, String start) {
    return head("-32", "1")
        + card("NAXIS1", "" + samples)
        + text("CTYPE1", "WAVE    ")
        + text("CUNIT1", "Angstrom")
        + card("CRPIX1", "1")
        + card("CRVAL1", start)
        + card("CDELT1", step)
        + text("BUNIT", "erg/s/cm2/Angstrom")
        + text("OBJECT", "X")
        + text("DATE-OBS", "2013-08-20T21:00:00")
        + card("EXPTIME", "600");
  }

  private static String head(String bitpix, String naxis) {
    return card("SIMPLE", "T") + card("BITPIX", bitpix) + card("NAXIS", naxis);
  }

  private static String extension(String type, String bitpix, String naxis, String more) {
    return text("XTENSION", type)
        + card("BITPIX", bitpix)
        + card("NAXIS", naxis)
        + more
        + card("PCOUNT", "0")
        + card("GCOUNT", "1");
  }

  private static String axes(int count, int length) {
    StringBuilder cards = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      cards.append(card("NAXIS" + i, "" + length));
    }
    return cards.toString();
  }

  private static String continued(String keyword, int letters) {
    StringBuilder cards = new StringBuilder(card(keyword, "'" + "A".repeat(60) + "&'"));
    for (int left = letters - 60; left > 0; left -= 60) {
      cards.append(padded("CONTINUE  '" + "B".repeat(60) + (left > 60 ? "&'" : "'")));
    }
    return cards.toString();
  }

  private static String text(String keyword, String value) {
    return card(keyword, "'" + value + "'");
  }

  private static String card(String keyword, String value) {
    return padded((keyword + " ".repeat(8)).substring(0, 8) + "= " + value);
  }

  private static String padded(String card) {
    return (card + " ".repeat(80)).substring(0, 80);
  }

  private static byte[] flux(int samples, int seed) {
    java.nio.ByteBuffer data = java.nio.ByteBuffer.allocate(4 * samples);
    for (int i = 0; i < samples; i++) {
      data.putFloat((float) (1e-15 * (2 + Math.sin(i + seed))));
    }
    return data.array();
  }

  private static byte[] fits(String cards, int bytes) {
    return fits(cards, new byte[bytes]);
  }

  private static byte[] fits(String cards, byte[] data) {
    byte[] header = (cards + padded("END")).getBytes(ISO_8859_1);
    byte[] file = new byte[blocks(header.length) + blocks(data.length)];
    java.util.Arrays.fill(file, 0, blocks(header.length), (byte) ' ');
    System.arraycopy(header, 0, file, 0, header.length);
    System.arraycopy(data, 0, file, blocks(header.length), data.length);
    return file;
  }

  private static int blocks(int bytes) {
    return (bytes + BLOCK - 1) / BLOCK * BLOCK;
  }

  private static byte[] concat(byte[] first, byte[] next, int times) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(first);
    for (int i = 0; i < times; i++) {
      all.writeBytes(next);
    }
    return all.toByteArray();
  }

  private static byte[] gzip(byte[] bytes, long zeros) {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(to)) {
      gzip.write(bytes);
      byte[] none = new byte[1 << 20];
      for (long left = zeros; left > 0; left -= none.length) {
        gzip.write(none);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return to.toByteArray();
  }
}
