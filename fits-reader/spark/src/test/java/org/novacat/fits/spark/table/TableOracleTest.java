package org.novacat.fits.spark.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.junit.jupiter.api.Test;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.ColumnType;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.spark.LocalSpark;
import org.novacat.fits.spark.file.Counters;
import org.novacat.fits.spark.file.FileLister;
import org.novacat.fits.spark.file.ListedFile;
import org.novacat.fits.spark.file.Piece;
import org.novacat.fits.spark.query.FileFilter;
import org.novacat.fits.spark.query.FitsOptions;
import org.novacat.fits.spark.query.ScanSpec;
import org.novacat.fits.spark.query.Task;
import org.novacat.fits.testing.Corpus;
import org.novacat.fits.testing.Corpus.RealFile;
import org.novacat.fits.tile.TileCompression;

/** Every cell of every table of the real files is what the decoder gives that reads files whole. */
class TableOracleTest {
  private final Configuration conf = new Configuration(false);
  private long cells;

  @Test
  void everyTableOfTheRealFiles_agreesWithDecodingItDirectly() throws IOException {
    for (RealFile file : Corpus.files()) {
      if (!file.expect().equals("malformed")) {
        compareTables(file);
      }
    }

    System.out.println("cells compared with the decoder of whole files: " + cells);
    assertThat(cells).isGreaterThan(100_000);
  }

  private void compareTables(RealFile file) throws IOException {
    FitsFile whole =
        TileCompression.expand(FitsFile.open(file.bytes(), ReadLimits.DEFAULT), ReadLimits.DEFAULT);
    for (Hdu hdu : whole.hdus()) {
      if (hdu.isTable()) {
        compare(file, Table.of(hdu), hdu.index());
      }
    }
  }

  private void compare(RealFile file, Table table, int hdu) throws IOException {
    FitsOptions options =
        LocalSpark.options(Map.of("path", file.path().toString(), "hdu", Integer.toString(hdu)));
    List<ListedFile> files = FileLister.list(conf, options.files()).files();
    StructType schema = TableSchema.infer(conf, options, files);
    ScanSpec spec = new ScanSpec(options, schema, FileFilter.NONE);
    assertThat(schema.fields()).as(file.name()).hasSize(table.columns().size());
    int row = 0;
    try (TableRecords records =
        new TableRecords(new Task(conf, spec, Piece.whole(files.get(0)), new Counters()))) {
      for (ColumnarBatch batch = records.next(); batch != null; batch = records.next()) {
        compare(file.name() + " " + hdu, table, batch, row);
        row += batch.numRows();
      }
    }
    assertThat(row).as(file.name()).isEqualTo(table.rows());
  }

  private void compare(String what, Table table, ColumnarBatch batch, int first) {
    for (int c = 0; c < batch.numCols(); c++) {
      Column column = table.columns().get(c);
      for (int row = 0; row < batch.numRows(); row++) {
        cell(what + " " + column.name(), table, column, first + row, batch.column(c), row);
        cells++;
      }
    }
  }

  private static void cell(
      String what, Table table, Column column, int row, ColumnVector vector, int at) {
    if (column.type() == ColumnType.TEXT) {
      assertThat(vector.getUTF8String(at).toString()).as(what).isEqualTo(table.text(column, row));
    } else if (column.type() == ColumnType.BIT) {
      assertThat(bits(vector, at)).as(what).isEqualTo(table.bits(column, row));
    } else {
      assertThat(numbers(vector, at)).as(what).isEqualTo(table.vector(column, row));
    }
  }

  private static int[] bits(ColumnVector vector, int row) {
    ColumnarArray array = vector.getArray(row);
    int[] packed = new int[(array.numElements() + 31) / 32];
    for (int i = 0; i < array.numElements(); i++) {
      packed[i / 32] |= (array.getBoolean(i) ? 1 : 0) << (i % 32);
    }
    return packed;
  }

  private static double[] numbers(ColumnVector vector, int row) {
    if (!(vector instanceof ArrayVector)) {
      return new double[] {vector.isNullAt(row) ? Double.NaN : number(vector, row)};
    }
    ColumnarArray array = vector.getArray(row);
    double[] numbers = new double[array.numElements()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.isNullAt(i) ? Double.NaN : array.getDouble(i);
    }
    return numbers;
  }

  private static double number(ColumnVector vector, int row) {
    return vector.getDouble(row);
  }
}
