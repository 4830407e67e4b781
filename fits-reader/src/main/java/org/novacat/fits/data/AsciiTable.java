package org.novacat.fits.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.RefusedException;

/**
 * An ASCII table (FITS Standard 4.0, section 7.2). A number without a decimal point in an F, E or D
 * field gets the one that its format implies (section 7.2.5).
 */
final class AsciiTable extends Table {
  static final Pattern FORM = Pattern.compile("([AIFED])(\\d{1,6})(?:\\.(\\d{1,4}))?");

  private final Header header;
  private final byte[] bytes;
  private final int start;
  private final int rowLength;

  private AsciiTable(Hdu hdu, List<Column> columns) {
    super(columns, hdu.axes()[1]);
    this.header = hdu.header();
    this.bytes = hdu.bytes();
    this.start = (int) hdu.dataStart();
    this.rowLength = hdu.axes()[0];
  }

  static AsciiTable open(Hdu hdu) {
    List<Column> columns = new ArrayList<>();
    for (int n = 1, fields = fields(hdu); n <= fields; n++) {
      columns.add(column(hdu, n));
    }
    return new AsciiTable(hdu, columns);
  }

  private static Column column(Hdu hdu, int n) {
    Header header = hdu.header();
    String text = header.text("TFORM" + n);
    Matcher form = FORM.matcher(text.strip());
    long begin = header.integer("TBCOL" + n, 0) - 1;
    int width = form.matches() ? Integer.parseInt(form.group(2)) : -1;
    if (width < 0 || begin < 0 || begin + width > hdu.axes()[0]) {
      throw RefusedException.unreadable(
          "FITS_BAD_TFORM",
          "Cannot read table: column %s of HDU %s has TFORM '%s' at TBCOL '%s' in rows of %s bytes"
              .formatted(n, hdu.index(), text, header.text("TBCOL" + n), hdu.axes()[0]));
    }
    return Column.of(
        header,
        n,
        type(form.group(1)),
        form.group(1).equals("A") ? width : 1,
        0,
        (int) begin,
        width);
  }

  private static ColumnType type(String letter) {
    return switch (letter) {
      case "A" -> ColumnType.TEXT;
      case "I" -> ColumnType.INT64;
      default -> ColumnType.FLOAT64;
    };
  }

  @Override
  public double[] numbers(Column column) {
    AsciiField field = field(column);
    double[] out = new double[rows()];
    for (int row = 0; row < out.length; row++) {
      out[row] = field.parse(text(column, row));
    }
    return out;
  }

  @Override
  public double[] vector(Column column, int row) {
    return new double[] {field(column).parse(text(column, row))};
  }

  @Override
  public int[] bits(Column column, int row) {
    return new int[] {(int) (long) field(column).parse(text(column, row))};
  }

  @Override
  public int[] bits(Column column) {
    return Arrays.stream(numbers(column)).mapToInt(v -> (int) (long) v).toArray();
  }

  @Override
  public int count(Column column, int row) {
    return column.count();
  }

  @Override
  public String text(Column column, int row) {
    int at = start + row * rowLength + column.offset();
    return new String(bytes, at, column.width(), StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private AsciiField field(Column column) {
    if (column.type() == ColumnType.TEXT) {
      throw wrongType(column, "numbers");
    }
    return AsciiField.of(header, column);
  }
}
