package org.novacat.fits.perturbation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.novacat.fits.file.CardNumbers;

/** A FITS file as cards and data that a test may change, by nothing but the standard's lengths. */
final class EditableFits {
  private static final int BLOCK = 2880;
  private static final int CARD = 80;

  private final List<Unit> units = new ArrayList<>();

  /** A header, END left out, and its data without padding. */
  static final class Unit {
    final List<String> cards = new ArrayList<>();
    byte[] data = new byte[0];

    /** The value of the first card of this keyword as it stands; "" without one. */
    String value(String keyword) {
      return cards.stream()
          .filter(card -> card.substring(0, 8).stripTrailing().equals(keyword))
          .filter(card -> card.startsWith("= ", 8))
          .map(card -> card.substring(10).split("/", 2)[0].strip())
          .findFirst()
          .orElse("");
    }

    long number(String keyword, long otherwise) {
      return CardNumbers.parseLong(value(keyword), otherwise);
    }

    void set(String keyword, long value) {
      for (int i = 0; i < cards.size(); i++) {
        if (cards.get(i).substring(0, 8).stripTrailing().equals(keyword)) {
          cards.set(i, card(keyword, Long.toString(value)));
        }
      }
    }

    void add(String card) {
      cards.add(card);
    }

    boolean isTable() {
      return value("XTENSION").replace("'", "").strip().equals("BINTABLE");
    }

    private long dataLength() {
      long axes = number("NAXIS", 0);
      if (axes == 0) {
        return 0;
      }
      long product = 1;
      for (int axis = 1; axis <= axes; axis++) {
        product *= number("NAXIS" + axis, 0);
      }
      long size = Math.abs(number("BITPIX", 8)) / 8;
      return size * number("GCOUNT", 1) * (number("PCOUNT", 0) + product);
    }
  }

  /** The parts of a file that holds what its headers promise. */
  static EditableFits of(byte[] bytes) {
    EditableFits file = new EditableFits();
    int at = 0;
    while (at + BLOCK <= bytes.length) {
      Unit unit = new Unit();
      int p = at;
      while (!text(bytes, p).startsWith("END     ")) {
        String card = text(bytes, p);
        if (!card.startsWith("CHECKSUM") && !card.startsWith("DATASUM")) {
          unit.cards.add(card);
        }
        p += CARD;
      }
      int from = (p + BLOCK) / BLOCK * BLOCK;
      int length = Math.toIntExact(unit.dataLength());
      unit.data = Arrays.copyOfRange(bytes, from, from + length);
      file.units.add(unit);
      at = (from + length + BLOCK - 1) / BLOCK * BLOCK;
    }
    return file;
  }

  private static String text(byte[] bytes, int at) {
    return new String(bytes, at, CARD, StandardCharsets.ISO_8859_1);
  }

  List<Unit> units() {
    return units;
  }

  static String card(String keyword, String value) {
    return "%-80s".formatted("%-8s= %20s".formatted(keyword, value));
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Unit unit : units) {
      String header =
          unit.cards.stream().map("%-80s"::formatted).collect(Collectors.joining())
              + "%-80s".formatted("END");
      pad(out, header.getBytes(StandardCharsets.ISO_8859_1), ' ');
      pad(out, unit.data, 0);
    }
    return out.toByteArray();
  }

  private static void pad(ByteArrayOutputStream out, byte[] part, int with) {
    out.writeBytes(part);
    while (out.size() % BLOCK != 0) {
      out.write(with);
    }
  }
}
