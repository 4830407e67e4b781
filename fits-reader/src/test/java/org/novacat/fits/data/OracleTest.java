package org.novacat.fits.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.ImageHDU;
import nom.tam.fits.TableHDU;
import nom.tam.image.compression.hdu.CompressedImageHDU;
import nom.tam.image.compression.hdu.CompressedTableHDU;
import org.junit.jupiter.api.Test;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.testing.Corpus;
import org.novacat.fits.testing.Corpus.RealFile;
import org.novacat.fits.tile.TileCompression;

/** Every file that we and nom-tam-fits both read agrees value for value, in every HDU. */
class OracleTest {
  @Test
  void everyHduOfEveryRealFile_agreesWithNomTam() throws IOException {
    long values = 0;
    for (RealFile file : Corpus.files()) {
      if (!file.expect().equals("malformed")) {
        values += compare(file.name(), file.bytes());
      }
    }

    System.out.println("values compared with nom-tam-fits: " + values);
    assertThat(values).isGreaterThan(3_000_000);
  }

  private static long compare(String name, byte[] bytes) throws IOException {
    FitsFile ours =
        TileCompression.expand(FitsFile.open(bytes, ReadLimits.DEFAULT), ReadLimits.DEFAULT);
    List<BasicHDU<?>> theirs = theirs(bytes, ours.hdus().size());
    assertThat(ours.hdus()).as(name).hasSameSizeAs(theirs);
    long values = 0;
    for (Hdu hdu : ours.hdus()) {
      BasicHDU<?> their = theirs.get(hdu.index());
      String what = name + " HDU " + hdu.index();
      if (hdu.kind() == Hdu.Kind.IMAGE && hdu.hasData()) {
        values += image(what, hdu, (ImageHDU) their);
      } else if (hdu.isTable() && hdu.hasData()) {
        values += table(what, hdu, (TableHDU<?>) their);
      }
    }
    return values;
  }

  /** What nom-tam-fits reads, compressed HDUs made plain, fpack's empty primary HDU left out. */
  private static List<BasicHDU<?>> theirs(byte[] bytes, int expected) throws IOException {
    List<BasicHDU<?>> hdus = new ArrayList<>();
    try (Fits fits = new Fits(new ByteArrayInputStream(bytes))) {
      for (BasicHDU<?> hdu : fits.read()) {
        hdus.add(plain(hdu));
      }
    }
    return hdus.size() > expected ? hdus.subList(1, hdus.size()) : hdus;
  }

  private static BasicHDU<?> plain(BasicHDU<?> hdu) {
    if (hdu instanceof CompressedImageHDU image) {
      return image.asImageHDU();
    }
    return hdu instanceof CompressedTableHDU table ? table.asBinaryTableHDU() : hdu;
  }

  private static long image(String what, Hdu hdu, ImageHDU their) {
    double[] raw = flat(their.getKernel());
    double scale = their.getBScale();
    double zero = their.getBZero();
    Scaling scaling = Scaling.ofImage(hdu.header(), NumberType.ofBitpix(hdu.bitpix()));
    assertThat(scaling.scale()).as(what).isEqualTo(scale);
    assertThat(scaling.zero()).as(what).isEqualTo(zero);
    scaling.apply(raw);
    double[] ours = Image.of(hdu).all();
    assertThat(ours).as(what).isEqualTo(raw);
    return raw.length;
  }

  private static long table(String what, Hdu hdu, TableHDU<?> their) {
    Table table = Table.of(hdu);
    assertThat(table.rows()).as(what).isEqualTo(their.getNRows());
    assertThat(table.columns()).as(what).hasSize(their.getNCols());
    long values = 0;
    for (int c = 0; c < table.columns().size(); c++) {
      Column column = table.columns().get(c);
      if (column.isScalar()) {
        assertThat(table.numbers(column)).isEqualTo(firstOfEachRow(table, column));
      }
      for (int row = 0; row < table.rows(); row++) {
        values += cell(what + " column " + column.name(), table, column, row, hdu, their);
      }
    }
    return values;
  }

  private static long cell(
      String what, Table table, Column column, int row, Hdu hdu, TableHDU<?> their) {
    Object raw = their.getElement(row, column.number() - 1);
    if (column.type() == ColumnType.TEXT) {
      assertThat(table.text(column, row)).as(what).isEqualTo(text(raw));
      return 1;
    }
    if (column.type() == ColumnType.BIT) {
      assertThat(table.bits(column, row)).as(what).isEqualTo(bits(flat(raw)));
      return column.count();
    }
    double[] expected = flat(raw);
    if (their instanceof BinaryTableHDU && column.type() != ColumnType.LOGICAL) {
      Scaling.ofColumn(hdu.header(), column.number(), column.type().number()).apply(expected);
    }
    double[] ours = table.vector(column, row);
    if (column.type() == ColumnType.LOGICAL) {
      nullsToFalse(ours);
    }
    assertThat(ours).as(what).isEqualTo(expected);
    return expected.length;
  }

  /** nom-tam-fits gives primitive booleans, which cannot hold the null that a 0 byte is. */
  private static void nullsToFalse(double[] logicals) {
    for (int i = 0; i < logicals.length; i++) {
      logicals[i] = Double.isNaN(logicals[i]) ? 0 : logicals[i];
    }
  }

  /** Itself compared with nom-tam-fits, cell by cell. */
  private static double[] firstOfEachRow(Table table, Column column) {
    double[] first = new double[table.rows()];
    for (int row = 0; row < first.length; row++) {
      first[row] = table.vector(column, row)[0];
    }
    return first;
  }

  private static String text(Object raw) {
    String text = raw instanceof String s ? s : ((String[]) raw)[0];
    int end = text.indexOf('\0');
    return (end < 0 ? text : text.substring(0, end)).stripTrailing();
  }

  private static int[] bits(double[] flat) {
    int[] packed = new int[(flat.length + 31) / 32];
    for (int i = 0; i < flat.length; i++) {
      packed[i / 32] |= (int) flat[i] << (i % 32);
    }
    return packed;
  }

  private static double[] flat(Object array) {
    List<double[]> parts = new ArrayList<>();
    collect(array, parts);
    double[] all = new double[parts.stream().mapToInt(p -> p.length).sum()];
    int at = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static void collect(Object value, List<double[]> parts) {
    if (value instanceof Object[] array && !(value instanceof Boolean[])) {
      for (Object element : array) {
        collect(element, parts);
      }
    } else if (value.getClass().isArray()) {
      double[] part = new double[Array.getLength(value)];
      for (int i = 0; i < part.length; i++) {
        part[i] = number(Array.get(value, i), value instanceof byte[]);
      }
      parts.add(part);
    } else {
      parts.add(new double[] {number(value, false)});
    }
  }

  private static double number(Object value, boolean unsigned) {
    if (value == null) {
      return Double.NaN;
    }
    if (value instanceof Boolean b) {
      return b ? 1 : 0;
    }
    double number = ((Number) value).doubleValue();
    return unsigned || value instanceof Byte ? (int) number & 0xff : number;
  }
}
