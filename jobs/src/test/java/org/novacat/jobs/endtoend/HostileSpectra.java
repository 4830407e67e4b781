package org.novacat.jobs.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** FITS files made to hurt whoever reads them, by what is wrong with each. */
final class HostileSpectra {
  private static final int BLOCK = 2880;
  private static final int SAMPLES = 200;

  /** How a file ends whose text is cut and that is sound otherwise. */
  static final String VALID = "VALID";

  private final Map<String, Hostile> files = new LinkedHashMap<>();

  /**
   * One of them.
   *
   * @param ending how it has to end: {@link #VALID}, or the reason and the detail of its quarantine
   */
  record Hostile(byte[] bytes, String ending) {}

  private HostileSpectra() {}

  /** All of them by name. */
  static Map<String, Hostile> all() {
    HostileSpectra hostile = new HostileSpectra();
    hostile.texts();
    hostile.shapes();
    hostile.axes();
    hostile.tables();
    hostile.tiles();
    hostile.streams();
    return hostile.files;
  }

  /**
   * A sound spectrum before a picture of zeros of 480 MB, packed so well that it looks harmless and
   * not so well that it is a bomb. Its bytes, inflated, are held twice while they are joined.
   */
  static byte[] largerThanAGigabyte() {
    byte[] noise = new byte[3 << 20];
    new Random(1).nextBytes(noise);
    int zeros = 480 << 20;
    String picture =
        extension(
            "IMAGE   ", "8", "2", card("NAXIS1", "2880") + card("NAXIS2", "" + rows(noise, zeros)));
    byte[] head = concat(good(5), fits(picture, 0), 1);
    byte[] padding = new byte[rows(noise, zeros) * BLOCK - noise.length - zeros];
    return gzip(concat(concat(head, noise, 1), padding, 1), zeros);
  }

  private static int rows(byte[] noise, int zeros) {
    return (noise.length + zeros + BLOCK - 1) / BLOCK;
  }

  /** A sound spectrum with so many samples that no machine is through with it in a second. */
  static byte[] slow() {
    int samples = 6_000_000;
    return fits(spectrum(samples, "0.001", "4000"), flux(samples, 6));
  }

  /** A sound spectrum, which differs from every other of another seed. */
  static byte[] good(int seed) {
    return fits(spectrum(SAMPLES), flux(SAMPLES, seed));
  }

  private void texts() {
    for (String keyword : new String[] {"INSTRUME", "OBJECT", "TELESCOP", "OBSERVER"}) {
      add("long-" + keyword, VALID, without(keyword) + continued(keyword, 201_000), SAMPLES);
    }
    add("huge-card", VALID, spectrum(SAMPLES) + continued("INSTRUME", 435_000), SAMPLES);
    add(
        "long-unit",
        "UNKNOWN_UNITS FLUX_UNIT_UNKNOWN",
        without("BUNIT") + continued("BUNIT", 100_000),
        SAMPLES);
    add(
        "long-axis-unit",
        "UNKNOWN_UNITS AXIS_UNIT_UNKNOWN",
        without("CUNIT1") + continued("CUNIT1", 100_000),
        SAMPLES);
    add(
        "unit-of-brackets",
        "UNKNOWN_UNITS FLUX_UNIT_UNKNOWN",
        without("BUNIT") + text("BUNIT", "(".repeat(60)),
        SAMPLES);
    add(
        "control-characters",
        VALID,
        without("OBJECT") + card("OBJECT", "'\u0001\u001b[31m\u0007'"),
        SAMPLES);
    add(
        "endless-continue",
        VALID,
        spectrum(SAMPLES) + "CONTINUE  '&'".concat(" ".repeat(67)).repeat(9000),
        SAMPLES);
  }

  private void shapes() {
    add("naxis-999", "UNKNOWN_PROFILE NO_PROFILE", head("-32", "999") + axes(999, 1), 1);
    add("naxis-huge", "UNREADABLE FITS_BAD_NAXIS", head("-32", "2147483648"), 1);
    add("naxis-negative", "UNREADABLE FITS_BAD_NAXIS", head("-32", "-1"), 1);
    add("axis-negative", "UNREADABLE FITS_BAD_AXIS", head("-32", "1") + card("NAXIS1", "-200"), 1);
    add(
        "axis-2-to-31",
        "UNREADABLE FITS_BAD_AXIS",
        head("-32", "1") + card("NAXIS1", "2147483648"),
        1);
    add(
        "axis-2-to-63",
        "UNREADABLE FITS_BAD_AXIS",
        head("-32", "1") + card("NAXIS1", "9223372036854775808"),
        1);
    add(
        "axes-that-overflow",
        "UNREADABLE FITS_TRUNCATED",
        head("-64", "3") + axes(3, 2_097_152),
        1);
    add("axis-nan", "UNREADABLE FITS_BAD_AXIS", head("-32", "1") + card("NAXIS1", "NaN"), 1);
    add("bitpix-7", "UNREADABLE FITS_BAD_BITPIX", head("7", "1") + card("NAXIS1", "200"), SAMPLES);
    add("one-pixel", "UNKNOWN_PROFILE NO_PROFILE", spectrum(1), 1);
    add("no-pixel", "NOT_A_SPECTRUM NO_DATA", head("-32", "0"), 0);
    add(
        "groups",
        "UNREADABLE DATA_STRIPPED",
        head("-32", "1")
            + card("NAXIS1", "0")
            + card("GROUPS", "T")
            + card("PCOUNT", "-2147483648")
            + card("GCOUNT", "2147483647"),
        1);
    put(
        "thousands-of-hdus",
        "LIMIT_EXCEEDED FITS_TOO_MANY_HDUS",
        concat(good(1), fits(extension("IMAGE   ", "8", "0", ""), 0), 5000));
  }

  private void axes() {
    add(
        "cdelt-nan",
        "MISSING_CRITICAL_METADATA MISSING_METADATA",
        spectrum(SAMPLES, "NaN", "4000"),
        SAMPLES);
    add("cdelt-zero", "INVALID_AXIS AXIS_NOT_MONOTONIC", spectrum(SAMPLES, "0", "4000"), SAMPLES);
    add(
        "cdelt-infinite",
        "INVALID_AXIS AXIS_NOT_FINITE",
        spectrum(SAMPLES, "1E400", "4000"),
        SAMPLES);
    add(
        "crval-negative",
        "INVALID_AXIS AXIS_OUT_OF_RANGE",
        spectrum(SAMPLES, "1", "-4000"),
        SAMPLES);
    add(
        "ctype-game",
        "INVALID_AXIS AXIS_NOT_FINITE",
        spectrum(SAMPLES).replace("'WAVE    '", "'WAVE-LOG'") + card("CD1_1", "1E300"),
        SAMPLES);
    add(
        "ctype-table",
        "UNKNOWN_PROFILE NO_PROFILE",
        spectrum(SAMPLES).replace("'WAVE    '", "'WAVE-TAB'") + text("PS1_0", "NONE"),
        SAMPLES);
  }

  private void tables() {
    put(
        "tfields-huge",
        "UNREADABLE FITS_BAD_TFIELDS",
        table("8", "1", card("TFIELDS", "2147483647")));
    put("tfields-negative", "UNREADABLE FITS_BAD_TFIELDS", table("8", "1", card("TFIELDS", "-1")));
    put(
        "tform-huge",
        "UNREADABLE FITS_BAD_TFORM",
        table("8", "1", card("TFIELDS", "1") + text("TFORM1", "999999999999D")));
    put(
        "pcount-huge",
        "UNKNOWN_PROFILE NO_PROFILE",
        table("8", "1", card("TFIELDS", "1") + text("TFORM1", "1D") + card("THEAP", "2147483647")));
    put("heap-descriptor", "UNREADABLE FITS_BAD_HEAP", descriptor());
  }

  private void tiles() {
    for (String type : new String[] {"RICE_1", "GZIP_1", "HCOMPRESS_1", "NONE"}) {
      put("tiles-" + type, "LIMIT_EXCEEDED TILES_OVER_LIMIT", tiled(type));
    }
  }

  private void streams() {
    put("bomb.gz", "LIMIT_EXCEEDED GZIP_OVER_LIMIT", gzip(good(2), 300 << 20));
    put("cut.gz", "UNREADABLE GZIP_DAMAGED", Arrays.copyOf(gzip(good(3), 0), 90));
    put("gzip-in-gzip.gz", "UNREADABLE FITS_NO_SIMPLE", gzip(gzip(good(4), 0), 0));
    put("not-fits", "UNREADABLE FITS_NO_SIMPLE", "SIMPLE ".repeat(1000).getBytes(ISO_8859_1));
  }

  private void add(String name, String ending, String cards, int samples) {
    put(name, ending, fits(cards, flux(samples, name.hashCode())));
  }

  private void put(String name, String ending, byte[] bytes) {
    files.put(name, new Hostile(bytes, ending));
  }

  private static byte[] descriptor() {
    byte[] row = new byte[16];
    Arrays.fill(row, (byte) 0x7f);
    return concat(
        fits(head("8", "0"), 0),
        fits(
            extension(
                "BINTABLE",
                "8",
                "2",
                card("NAXIS1", "16")
                    + card("NAXIS2", "1")
                    + card("TFIELDS", "2")
                    + text("TFORM1", "1PD(2147483647)")
                    + text("TTYPE1", "WAVE")
                    + text("TUNIT1", "Angstrom")
                    + text("TFORM2", "1PD(2147483647)")
                    + text("TTYPE2", "FLUX")),
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

  /** A sound header without the cards of a keyword: the first of two would count. */
  private static String without(String keyword) {
    StringBuilder cards = new StringBuilder();
    String all = spectrum(SAMPLES);
    for (int at = 0; at < all.length(); at += 80) {
      String card = all.substring(at, at + 80);
      cards.append(card.startsWith(keyword) ? "" : card);
    }
    return cards.toString();
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
    Arrays.fill(file, 0, blocks(header.length), (byte) ' ');
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
