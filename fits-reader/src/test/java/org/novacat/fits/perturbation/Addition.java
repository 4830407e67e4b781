package org.novacat.fits.perturbation;

import java.nio.ByteBuffer;
import java.util.Random;
import org.novacat.fits.perturbation.EditableFits.Unit;

/** One thing added to a file, and the word by which a reader has to name it. */
enum Addition {
  /** A card that could say something of the axis. */
  CARD_OF_AXIS("WAVEOFF") {
    @Override
    boolean make(EditableFits file, Unit data, Random random) {
      data.add(EditableFits.card("WAVEOFF", "1.5"));
      return true;
    }
  },
  /** A card that could say something of the time. */
  CARD_OF_TIME("OBSDATE9") {
    @Override
    boolean make(EditableFits file, Unit data, Random random) {
      data.add(EditableFits.card("OBSDATE9", "'half past nine'"));
      return true;
    }
  },
  /** A card that could say something of the scale. */
  CARD_OF_SCALE("FLUXMUL") {
    @Override
    boolean make(EditableFits file, Unit data, Random random) {
      data.add(EditableFits.card("FLUXMUL", "0.01"));
      return true;
    }
  },
  /** Prose. */
  COMMENT("") {
    @Override
    boolean make(EditableFits file, Unit data, Random random) {
      data.add("COMMENT   seen through thin cloud");
      data.add("HISTORY   divided by the flat");
      return true;
    }
  },
  /** A picture behind all else. */
  PICTURE("FINDER") {
    @Override
    boolean make(EditableFits file, Unit data, Random random) {
      Unit unit = extension(file, "'IMAGE   '", 8, 16, 16);
      unit.add(EditableFits.card("EXTNAME", "'FINDER  '"));
      random.nextBytes(unit.data);
      return true;
    }
  },
  /** A table of other things behind all else. */
  TABLE("GUIDING") {
    @Override
    boolean make(EditableFits file, Unit data, Random random) {
      Unit unit = extension(file, "'BINTABLE'", 8, 8, 5);
      unit.add(EditableFits.card("TFIELDS", "2"));
      unit.add(EditableFits.card("TTYPE1", "'FRAME   '"));
      unit.add(EditableFits.card("TFORM1", "'1J      '"));
      unit.add(EditableFits.card("TTYPE2", "'OFFSET  '"));
      unit.add(EditableFits.card("TFORM2", "'1E      '"));
      unit.add(EditableFits.card("EXTNAME", "'GUIDING '"));
      return true;
    }
  },
  /** A column whose meaning nobody knows, in the table of the spectrum. */
  COLUMN("XSYSFLAG") {
    @Override
    boolean make(EditableFits file, Unit data, Random random) {
      if (!data.isTable() || data.number("PCOUNT", 0) > 0) {
        return false;
      }
      widen(data, random);
      return true;
    }
  };

  private final String word;

  Addition(String word) {
    this.word = word;
  }

  /** By what it has to be named; "" where nobody has to. */
  String word() {
    return word;
  }

  /**
   * Adds it.
   *
   * @param data the HDU of the flux
   * @return whether it could be added
   */
  abstract boolean make(EditableFits file, Unit data, Random random);

  private static Unit extension(
      EditableFits file, String kind, int bitpix, int length1, int length2) {
    Unit unit = new Unit();
    unit.add(EditableFits.card("XTENSION", kind));
    unit.add(EditableFits.card("BITPIX", Integer.toString(bitpix)));
    unit.add(EditableFits.card("NAXIS", "2"));
    unit.add(EditableFits.card("NAXIS1", Integer.toString(length1)));
    unit.add(EditableFits.card("NAXIS2", Integer.toString(length2)));
    unit.add(EditableFits.card("PCOUNT", "0"));
    unit.add(EditableFits.card("GCOUNT", "1"));
    unit.data = new byte[length1 * length2];
    file.units().add(unit);
    return unit;
  }

  private static void widen(Unit table, Random random) {
    int width = (int) table.number("NAXIS1", 0);
    int rows = (int) table.number("NAXIS2", 0);
    long fields = table.number("TFIELDS", 0);
    ByteBuffer wider = ByteBuffer.allocate((width + 4) * rows);
    for (int row = 0; row < rows; row++) {
      wider.put(table.data, row * width, width).putInt(random.nextInt(2));
    }
    table.data = wider.array();
    table.set("NAXIS1", width + 4);
    table.set("TFIELDS", fields + 1);
    table.add(EditableFits.card("TTYPE" + (fields + 1), "'XSYSFLAG'"));
    table.add(EditableFits.card("TFORM" + (fields + 1), "'1J      '"));
  }
}
