package org.novacat.jobs.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;

class ParquetColumnsTest {
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message rows { optional double x; required int32 i; required boolean b; optional double never; }");

  @Test
  void columns_comeBack_withWhatIsMissing() {
    ParquetColumns columns = ParquetColumns.read(file(3));

    assertThat(columns.rows()).isEqualTo(3);
    assertThat(columns.doubles("x")).containsExactly(0, Double.NaN, 2);
    assertThat(columns.ints("i")).containsExactly(0, 10, 20);
    assertThat(columns.booleans("b")).containsExactly(true, false, true);
    assertThat(columns.doubles("never")).isNull();
    assertThat(columns.doubles("nosuch")).isNull();
  }

  @Test
  void manyRows_comeBack() {
    assertThat(ParquetColumns.read(file(200_000)).ints("i"))
        .hasSize(200_000)
        .endsWith(1_999_980, 1_999_990);
  }

  @Test
  void bytesThatAreNoParquet_areRefused() {
    byte[] cut = Arrays.copyOf(file(3), 100);

    for (byte[] bytes : List.of(cut, new byte[0], "not Parquet at all".getBytes(UTF_8))) {
      assertThatThrownBy(() -> ParquetColumns.read(bytes))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("Cannot read Parquet: the bytes are damaged");
    }
  }

  /** Every second x is missing, and all of a column. */
  private static byte[] file(int count) {
    ParquetForm form = new ParquetForm(SCHEMA, "rows", Map.of(), List.of("x"));
    return ParquetBytes.write(
        form, 1024, rows -> rows.write(count, ParquetColumnsTest::writeCells));
  }

  private static void writeCells(int column, int from, int to, ColumnWriter writer) {
    for (int row = from; row < to; row++) {
      switch (column) {
        case 0 -> writeEven(row, writer);
        case 1 -> writer.write(row * 10, 0, 0);
        case 2 -> writer.write(row % 2 == 0, 0, 0);
        default -> writer.writeNull(0, 0);
      }
    }
  }

  private static void writeEven(int row, ColumnWriter writer) {
    if (row % 2 == 0) {
      writer.write((double) row, 0, 1);
    } else {
      writer.writeNull(0, 0);
    }
  }
}
