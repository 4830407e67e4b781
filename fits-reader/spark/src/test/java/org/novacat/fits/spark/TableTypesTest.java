package org.novacat.fits.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every type of column as Spark gives it to a program. */
class TableTypesTest {
  @TempDir private Path folder;

  @Test
  void scalars_haveTheirTypesAndValues() throws Exception {
    ByteBuffer row = ByteBuffer.allocate(73);
    row.put((byte) 'T').put((byte) 200).put((byte) 0).putShort((short) -5);
    row.putShort((short) 32767).putInt(-6).putInt(2147483647).putLong(9007199254740993L);
    row.putLong(Long.MAX_VALUE).putFloat(1.5f).putDouble(-2.5).putShort((short) 7);
    row.put("caf\u00e9  ".getBytes(StandardCharsets.ISO_8859_1)).put((byte) 0x80);
    row.putFloat(1).putFloat(-1).putShort((short) -99);
    TableBytes table =
        new TableBytes()
            .column("logical", "L")
            .column("byte", "B")
            .column("signed", "B", "TZERO=-128")
            .column("short", "I")
            .column("ushort", "I", "TZERO=32768")
            .column("int", "J")
            .column("uint", "J", "TZERO=2147483648")
            .column("long", "K")
            .column("ulong", "K", "TZERO=9223372036854775808")
            .column("float", "E")
            .column("double", "D")
            .column("scaled", "I", "TSCAL=0.5", "TZERO=10")
            .column("text", "6A")
            .column("bit", "X")
            .column("complex", "C")
            .column("null", "I", "TNULL=-99");

    Dataset<Row> read =
        read(table.rows(row.position(), java.util.Arrays.copyOf(row.array(), row.position())));

    assertThat(read.drop("_corrupt_record").schema())
        .isEqualTo(
            StructType.fromDDL(
                "logical boolean, byte smallint, signed tinyint, short smallint, ushort int, int int, uint bigint, long bigint, ulong decimal(20,0), float float, double double, scaled double, text string, bit boolean, complex struct<re: float NOT NULL, im: float NOT NULL>, null smallint"));
    Row values = read.head();
    assertThat(values.getBoolean(0)).isTrue();
    assertThat(values.getShort(1)).isEqualTo((short) 200);
    assertThat(values.getByte(2)).isEqualTo((byte) -128);
    assertThat(values.getShort(3)).isEqualTo((short) -5);
    assertThat(values.getInt(4)).isEqualTo(65535);
    assertThat(values.getInt(5)).isEqualTo(-6);
    assertThat(values.getLong(6)).isEqualTo(4294967295L);
    assertThat(values.getLong(7)).isEqualTo(9007199254740993L);
    assertThat(values.getDecimal(8)).isEqualTo(new BigDecimal("18446744073709551615"));
    assertThat(values.getFloat(9)).isEqualTo(1.5f);
    assertThat(values.getDouble(10)).isEqualTo(-2.5);
    assertThat(values.getDouble(11)).isEqualTo(13.5);
    assertThat(values.getString(12)).isEqualTo("café");
    assertThat(values.getBoolean(13)).isTrue();
    assertThat(values.getStruct(14).getFloat(1)).isEqualTo(-1f);
    assertThat(values.isNullAt(15)).isTrue();
  }

  @Test
  void arrays_haveTheirTypesAndValues() throws Exception {
    ByteBuffer row = ByteBuffer.allocate(100);
    row.putFloat(1).putFloat(Float.NaN).putShort((short) 3).putShort((short) -1);
    row.put((byte) 'T').put((byte) 'F').put((byte) 0).put((byte) 0b10100000).put((byte) 0b10000000);
    row.put("red  blue ".getBytes(StandardCharsets.US_ASCII));
    row.putDouble(1).putDouble(2).putDouble(3).putDouble(4);
    row.putInt(2).putInt(4).putLong(3).putLong(0).putInt(0).putInt(99);
    ByteBuffer heap = ByteBuffer.allocate(12).put("abc".getBytes(StandardCharsets.US_ASCII));
    heap.putShort(4, (short) 8).putShort(6, (short) 9);
    TableBytes table =
        new TableBytes()
            .column("floats", "2E")
            .column("shorts", "2I", "TNULL=-1")
            .column("logicals", "3L")
            .column("bits", "9X")
            .column("texts", "10A", "TDIM='(5,2)'")
            .column("complex", "2M")
            .column("list", "1PI(2)")
            .column("word", "1QA(3)")
            .column("nothing", "1PD(0)")
            .column("empty", "0E")
            .heap(heap.array());

    Dataset<Row> read =
        read(table.rows(row.position(), java.util.Arrays.copyOf(row.array(), row.position())));

    assertThat(read.drop("_corrupt_record").schema().toDDL())
        .isEqualTo(
            "floats ARRAY<FLOAT>,shorts ARRAY<SMALLINT>,logicals ARRAY<BOOLEAN>,bits ARRAY<BOOLEAN>,texts ARRAY<STRING>,complex ARRAY<STRUCT<re: DOUBLE, im: DOUBLE>>,list ARRAY<SMALLINT>,word STRING,nothing ARRAY<DOUBLE>,empty ARRAY<FLOAT>");
    Row values = read.head();
    assertThat(values.<Float>getList(0)).containsExactly(1f, Float.NaN);
    assertThat(values.<Short>getList(1)).containsExactly((short) 3, null);
    assertThat(values.<Boolean>getList(2)).containsExactly(true, false, null);
    assertThat(values.<Boolean>getList(3))
        .containsExactly(true, false, true, false, false, false, false, false, true);
    assertThat(values.<String>getList(4)).containsExactly("red", "blue");
    assertThat(values.<Row>getList(5)).extracting(c -> c.getDouble(1)).containsExactly(2.0, 4.0);
    assertThat(values.<Short>getList(6)).containsExactly((short) 8, (short) 9);
    assertThat(values.getString(7)).isEqualTo("abc");
    assertThat(values.getList(8)).isEmpty();
    assertThat(values.getList(9)).isEmpty();
  }

  @Test
  void asciiTable_isReadLikeAnyOther() throws Exception {
    String rows = " 1.50  12 ab " + "   -   -7 c  " + "  250 abc    ";
    byte[] bytes =
        org.novacat.fits.testing.FitsBytes.emptyPrimary()
            .header(
                "XTENSION= 'TABLE   '",
                "BITPIX  = 8",
                "NAXIS   = 2",
                "NAXIS1  = 13",
                "NAXIS2  = 3",
                "PCOUNT  = 0",
                "GCOUNT  = 1",
                "TFIELDS = 3",
                "TBCOL1  = 1",
                "TFORM1  = 'F5.2'",
                "TTYPE1  = 'FLUX'",
                "TNULL1  = '-'",
                "TBCOL2  = 7",
                "TFORM2  = 'I3'",
                "TBCOL3  = 11",
                "TFORM3  = 'A3'")
            .data(rows.getBytes(StandardCharsets.US_ASCII))
            .bytes();

    Dataset<Row> read = read(bytes).drop("_corrupt_record");

    assertThat(read.schema().toDDL()).isEqualTo("FLUX DOUBLE,col2 BIGINT,col3 STRING");
    assertThat(read.collectAsList())
        .extracting(Row::toString)
        .containsExactly("[1.5,12,ab]", "[null,-7,c]", "[2.5,null,]");
  }

  @Test
  void columnsOfOneName_areToldApart() throws Exception {
    TableBytes table =
        new TableBytes().column("A", "B").column("a", "B").column("_path", "B").column("", "B");

    Row row = read(table.rows(4, new byte[] {1, 2, 3, 4})).drop("_corrupt_record").head();

    assertThat(row.schema().fieldNames()).containsExactly("A", "a_2", "_path_3", "col4");
    assertThat(row.toString()).isEqualTo("[1,2,3,4]");
  }

  @Test
  void unitsAndUcds_areMetadataOfTheirColumns() throws Exception {
    TableBytes table =
        new TableBytes().column("flux", "4E", "TUNIT='Jy'", "TUCD='phot.flux'", "TDIM='(2,2)'");

    var metadata = read(table.rows(16, new byte[16])).schema().apply("flux").metadata();

    assertThat(metadata.getString("unit")).isEqualTo("Jy");
    assertThat(metadata.getString("ucd")).isEqualTo("phot.flux");
    assertThat(metadata.getString("dimensions")).isEqualTo("(2,2)");
    assertThat(metadata.getString("comment")).isEqualTo("Jy");
  }

  @Test
  void emptyTable_hasNoRows() throws Exception {
    assertThat(read(new TableBytes().column("A", "B").rows(1, new byte[0])).count()).isZero();
  }

  private Dataset<Row> read(byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve("table.fits"), bytes);
    Dataset<Row> rows = LocalSpark.read(file);
    assertThat(List.of(rows.columns())).contains("_corrupt_record");
    return rows;
  }
}
