package org.novacat.jobs.photometry.field;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.util.FitsOutputStream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.samples.FitsBytes;

/** Cards, HDUs and columns that are added to FITS files. */
final class FitsPerturbations {
  private static final int BLOCK = 2880;
  private static final int CARD = 80;

  private static final List<String> CARDS =
      List.of("WOBBLE  =                   17", "HISTORY reduced twice", "COMMENT nothing to see");

  private FitsPerturbations() {}

  private static boolean isFits(Original original) {
    return new String(original.upload().bytes(), 0, 6, US_ASCII).equals("SIMPLE");
  }

  private static Law same(Original original) {
    return Law.ends(original.outcome().ends(), true);
  }

  /** A card of the last header given twice, or one that nobody knows. */
  static @Nullable Perturbed card(Original original, Random random) {
    if (!isFits(original)) {
      return null;
    }
    byte[] bytes = original.upload().bytes();
    int header = BLOCK;
    int end = end(bytes, header);
    List<String> cards = new ArrayList<>(CARDS);
    for (int at = header + 8 * CARD; at < end; at += CARD) {
      cards.add(new String(bytes, at, CARD, US_ASCII).stripTrailing());
    }
    String card = Draw.of(cards, random);
    byte[] changed = insert(bytes, header, end, card);
    return new Perturbed("card " + card, original.name(), changed, same(original));
  }

  /** Where the END of a header is. */
  private static int end(byte[] bytes, int header) {
    int at = header;
    while (!new String(bytes, at, CARD, US_ASCII).stripTrailing().equals("END")) {
      at += CARD;
    }
    return at;
  }

  private static byte[] insert(byte[] bytes, int header, int end, String card) {
    int data = header + blocks(end + CARD - header);
    byte[] more = new byte[blocks(end + 2 * CARD - header)];
    Arrays.fill(more, (byte) ' ');
    System.arraycopy(bytes, header, more, 0, end - header);
    put(more, end - header, card);
    put(more, end - header + CARD, "END");
    return joined(
        Arrays.copyOf(bytes, header), more, Arrays.copyOfRange(bytes, data, bytes.length));
  }

  private static void put(byte[] into, int at, String card) {
    byte[] text = card.getBytes(US_ASCII);
    System.arraycopy(text, 0, into, at, text.length);
  }

  private static int blocks(int length) {
    return (length + BLOCK - 1) / BLOCK * BLOCK;
  }

  /** An image without pixels, or a table without times, before or behind the light curve. */
  static @Nullable Perturbed hdu(Original original, Random random) {
    if (!isFits(original)) {
      return null;
    }
    byte[] bytes = original.upload().bytes();
    boolean image = random.nextBoolean();
    byte[] more = image ? image() : table();
    boolean before = random.nextBoolean();
    byte[] primary = Arrays.copyOf(bytes, BLOCK);
    byte[] rest = Arrays.copyOfRange(bytes, BLOCK, bytes.length);
    return new Perturbed(
        "%s %s".formatted(image ? "image" : "table", before ? "before" : "behind"),
        original.name(),
        before ? joined(primary, more, rest) : joined(bytes, more),
        same(original));
  }

  private static byte[] image() {
    byte[] header = new byte[BLOCK];
    Arrays.fill(header, (byte) ' ');
    List<String> cards =
        List.of(
            "XTENSION= 'IMAGE   '",
            "BITPIX  =                    8",
            "NAXIS   =                    0",
            "PCOUNT  =                    0",
            "GCOUNT  =                    1",
            "END");
    for (int i = 0; i < cards.size(); i++) {
      put(header, i * CARD, cards.get(i));
    }
    return header;
  }

  private static byte[] table() {
    FitsBytes.Column column = new FitsBytes.Column("WOBBLE", "", new double[] {1, 2, 3});
    byte[] file = FitsBytes.table(cards -> {}, List.of(column), cards -> {});
    return Arrays.copyOfRange(file, BLOCK, file.length);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** A column that nobody knows. */
  static @Nullable Perturbed column(Original original, Random random) {
    if (!isFits(original)) {
      return null;
    }
    String name = Draw.of(List.of("WOBBLE", "GRADE", "Q7X"), random);
    return new Perturbed(
        "column " + name,
        original.name(),
        withColumn(original.upload().bytes(), name, random),
        same(original).and(Law.left(name)));
  }

  private static byte[] withColumn(byte[] bytes, String name, Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Fits fits = new Fits(new ByteArrayInputStream(bytes))) {
      fits.read();
      BinaryTableHDU table = (BinaryTableHDU) fits.getHDU(1);
      double[] cells = random.doubles(table.getNRows()).toArray();
      int column = table.addColumn(cells);
      table.setColumnName(column - 1, name, null);
      fits.write(new FitsOutputStream(out));
    } catch (FitsException | IOException e) {
      throw new UncheckedIOException(new IOException(e));
    }
    return out.toByteArray();
  }
}
