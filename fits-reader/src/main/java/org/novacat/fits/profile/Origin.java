package org.novacat.fits.profile;

import static java.util.Objects.requireNonNull;

import org.novacat.fits.data.Column;
import org.novacat.fits.file.Hdu;

/**
 * Where a part of a reading stands in the file, and what it became; what no origin names was not
 * used.
 *
 * @param hdu index of the HDU, from 0
 * @param kind what of the HDU it is
 * @param name the column as it is spelt, blanks off; the number of the line of an image, from 1; ""
 *     for cards
 * @param use what it was used as: {@code axis}, {@code flux}, {@code uncertainty}, {@code mask},
 *     {@code order} and the like; "" before it is
 */
public record Origin(int hdu, Kind kind, String name, String use) {
  /** What of an HDU was used. */
  public enum Kind {
    /** A column of a table. */
    COLUMN,
    /** A line of an image; its only one where it has one axis. */
    LINE,
    /** Cards alone, as for an axis that they compute. */
    CARDS
  }

  public Origin {
    requireNonNull(kind, "kind is null");
    requireNonNull(name, "name is null");
    requireNonNull(use, "use is null");
  }

  /** A column of this table. */
  public static Origin of(Hdu table, Column column) {
    return new Origin(table.index(), Kind.COLUMN, column.name().strip(), "");
  }

  /** A line of this image, from 0. */
  public static Origin ofLine(Hdu image, int line) {
    return new Origin(image.index(), Kind.LINE, Integer.toString(line + 1), "");
  }

  /** The cards of this HDU. */
  public static Origin ofCards(Hdu hdu) {
    return new Origin(hdu.index(), Kind.CARDS, "", "");
  }

  /** The same place, used so. */
  public Origin as(String what) {
    return new Origin(hdu, kind, name, what);
  }
}
