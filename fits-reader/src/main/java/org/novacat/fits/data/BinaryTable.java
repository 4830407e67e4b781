package org.novacat.fits.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.RefusedException;

/** A binary table (FITS Standard 4.0, section 7.3) with its heap. */
final class BinaryTable extends Table {
  private final Header header;
  private final byte[] bytes;
  private final int start;
  private final int rowLength;
  private final int heapStart;
  private final int end;

  /** By column, once asked for: a table may have a million rows of short vectors. */
  private final @Nullable Scaling[] scalings;

  private BinaryTable(Hdu hdu, List<Column> columns, int heapStart) {
    super(columns, hdu.axes()[1]);
    this.header = hdu.header();
    this.bytes = hdu.bytes();
    this.start = (int) hdu.dataStart();
    this.rowLength = hdu.axes()[0];
    this.heapStart = heapStart;
    this.end = (int) (hdu.dataStart() + hdu.dataLength());
    this.scalings = new Scaling[columns.size()];
  }

  static BinaryTable open(Hdu hdu) {
    return new BinaryTable(hdu, columns(hdu), heapStart(hdu));
  }

  private static List<Column> columns(Hdu hdu) {
    List<Column> columns = new ArrayList<>();
    long offset = 0;
    for (int n = 1, fields = fields(hdu); n <= fields; n++) {
      Column column = column(hdu.header(), n, (int) offset);
      columns.add(column);
      offset = checkedOffset(hdu, offset + column.width());
    }
    return columns;
  }

  private static long checkedOffset(Hdu hdu, long offset) {
    if (offset > hdu.axes()[0]) {
      throw RefusedException.unreadable(
          "FITS_BAD_TFORM",
          "Cannot read table: the columns of HDU %s are wider than its rows of %s bytes"
              .formatted(hdu.index(), hdu.axes()[0]));
    }
    return offset;
  }

  private static Column column(Header header, int n, int offset) {
    String text = header.text("TFORM" + n);
    BinaryForm form = BinaryForm.parse(text, "TFORM" + n);
    return Column.of(header, n, form.type(), form.count(), form.descriptor(), offset, form.width());
  }

  private static int heapStart(Hdu hdu) {
    long tableLength = (long) hdu.axes()[0] * hdu.axes()[1];
    long theap = hdu.header().integer("THEAP", tableLength);
    boolean inside = theap >= tableLength && theap <= hdu.dataLength();
    return (int) (hdu.dataStart() + (inside ? theap : tableLength));
  }

  @Override
  public double[] numbers(Column column) {
    if (!column.isScalar()) {
      throw wrongType(column, "one number a row");
    }
    double[] out = new double[rows()];
    column.type().number().toDoubles(bytes, start + column.offset(), rowLength, out);
    scaling(column).apply(out);
    return out;
  }

  private Scaling scaling(Column column) {
    Scaling scaling = scalings[column.number() - 1];
    if (scaling == null) {
      scaling = Scaling.ofColumn(header, column.number(), column.type().number());
      scalings[column.number() - 1] = scaling;
    }
    return scaling;
  }

  @Override
  public double[] vector(Column column, int row) {
    Cell cell = cell(column, row);
    return switch (column.type()) {
      case LOGICAL -> logicals(cell);
      case BIT, TEXT -> throw wrongType(column, "numbers");
      case COMPLEX32, COMPLEX64 -> doubles(column, cell.at(), cell.count() * 2);
      case UINT8, INT16, INT32, INT64, FLOAT32, FLOAT64 -> doubles(column, cell.at(), cell.count());
    };
  }

  private double[] doubles(Column column, int at, int count) {
    double[] out = new double[count];
    NumberType type = column.type().number();
    type.toDoubles(bytes, at, type.bytes(), out);
    scaling(column).apply(out);
    return out;
  }

  private double[] logicals(Cell cell) {
    double[] out = new double[cell.count()];
    for (int i = 0; i < out.length; i++) {
      byte b = bytes[cell.at() + i];
      out[i] = b == 'T' ? 1 : b == 'F' ? 0 : Double.NaN;
    }
    return out;
  }

  @Override
  public int[] bits(Column column, int row) {
    Cell cell = cell(column, row);
    if (column.type() == ColumnType.BIT) {
      return packedBits(cell);
    }
    if (!column.type().isNumber() && column.type() != ColumnType.LOGICAL) {
      throw wrongType(column, "numbers");
    }
    return bits(column, cell.at(), column.type().number().bytes(), cell.count());
  }

  @Override
  public int[] bits(Column column) {
    if (!column.isScalar()) {
      throw wrongType(column, "one number a row");
    }
    return bits(column, start + column.offset(), rowLength, rows());
  }

  private int[] bits(Column column, int at, int stride, int count) {
    int[] out = new int[count];
    column.type().number().toBits(bytes, at, stride, scaling(column), out);
    return out;
  }

  private int[] packedBits(Cell cell) {
    int[] out = new int[(cell.count() + 31) / 32];
    for (int i = 0; i < cell.count(); i++) {
      int bit = bytes[cell.at() + i / 8] >> (7 - i % 8) & 1;
      out[i / 32] |= bit << (i % 32);
    }
    return out;
  }

  @Override
  public int count(Column column, int row) {
    return cell(column, row).count();
  }

  @Override
  public String text(Column column, int row) {
    if (column.type() != ColumnType.TEXT) {
      throw wrongType(column, "text");
    }
    Cell cell = cell(column, row);
    int length = Element.textLength(bytes, cell.at(), cell.count());
    return new String(bytes, cell.at(), length, StandardCharsets.ISO_8859_1);
  }

  /** Where the elements of one row are. */
  private record Cell(int at, int count) {}

  private Cell cell(Column column, int row) {
    if (row < 0 || row >= rows()) {
      throw new IndexOutOfBoundsException(
          "Cannot read row %s: the table has %s".formatted(row, rows()));
    }
    int at = start + row * rowLength + column.offset();
    if (column.descriptor() == 0) {
      return new Cell(at, column.count());
    }
    return column.width() == 0 ? new Cell(at, 0) : heapCell(column, row, at);
  }

  private Cell heapCell(Column column, int row, int at) {
    HeapArray array = HeapArray.of(column, bytes, at).checked(column, row, end - heapStart);
    int count = (int) array.count();
    return new Cell(count == 0 ? at : heapStart + (int) array.offset(), count);
  }

  /** Refuses descriptors that point outside the heap, or at more than it holds all together. */
  void checkHeap() {
    long total = 0;
    for (Column column : columns()) {
      for (int row = 0; row < rows() && column.descriptor() > 0; row++) {
        total += column.type().bytes(cell(column, row).count());
      }
    }
    if (total > end - heapStart) {
      throw RefusedException.unreadable(
          "FITS_BAD_HEAP",
          "Cannot read table: its rows point at %s bytes in a heap of %s"
              .formatted(total, end - heapStart));
    }
  }
}
