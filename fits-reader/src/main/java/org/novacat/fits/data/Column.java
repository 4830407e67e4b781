package org.novacat.fits.data;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.novacat.fits.file.Header;

/**
 * A column of a binary or ASCII table.
 *
 * @param number 1 for the first, as in TTYPEn
 * @param name TTYPEn, or "" when it has none
 * @param unit TUNITn as it stands; "" without one, and where it stands twice and differs
 * @param ucd TUCDn, or ""
 * @param utype TUTYPn (or TUTYPEn), or ""
 * @param form TFORMn as it stands
 * @param type what one element is
 * @param count elements in a row; for {@link ColumnType#TEXT} characters; for variable-length
 *     arrays the greatest count, or −1 when it is not stated
 * @param descriptor bytes of the array descriptor: 0 for a plain column, 8 for P, 16 for Q
 * @param offset where it begins in a row, bytes
 * @param width its bytes in a row
 */
public record Column(
    int number,
    String name,
    String unit,
    String ucd,
    String utype,
    String form,
    ColumnType type,
    int count,
    int descriptor,
    int offset,
    int width) {
  public Column {
    requireNonNull(name, "name is null");
    requireNonNull(unit, "unit is null");
    requireNonNull(ucd, "ucd is null");
    requireNonNull(utype, "utype is null");
    requireNonNull(form, "form is null");
    requireNonNull(type, "type is null");
  }

  /** Column {@code n} with what the header says of it. */
  static Column of(
      Header header, int n, ColumnType type, int count, int descriptor, int offset, int width) {
    return new Column(
        n,
        header.text("TTYPE" + n),
        header.settled("TUNIT" + n),
        header.text("TUCD" + n),
        header.text("TUTYP" + n, header.text("TUTYPE" + n)),
        header.text("TFORM" + n),
        type,
        count,
        descriptor,
        offset,
        width);
  }

  /** Whether each row holds exactly one number. */
  public boolean isScalar() {
    return count == 1 && descriptor == 0 && type.isNumber();
  }

  /** Whether each row holds an array of numbers, of fixed or variable length. */
  public boolean isVector() {
    return type.isNumber() && (descriptor > 0 || count > 1);
  }

  /** The name in capitals, blanks off. */
  public String upperName() {
    return name.strip().toUpperCase(Locale.ROOT);
  }
}
