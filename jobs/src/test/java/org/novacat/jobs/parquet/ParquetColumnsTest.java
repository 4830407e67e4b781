package org.novacat.jobs.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;

class ParquetColumnsTest {
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

  private static byte[] file(int count) {
    return ParquetBytes.write(
        new Rows(),
        1024,
        rows -> {
          for (int i = 0; i < count; i++) {
            rows.write(i);
          }
        });
  }

  /** Every second x is missing, and all of a column. */
  private static final class Rows extends DescribedWriteSupport<Integer> {
    private static final MessageType SCHEMA =
        MessageTypeParser.parseMessageType(
            "message rows { optional double x; required int32 i; required boolean b; optional double never; }");

    Rows() {
      super(SCHEMA, Map.of());
    }

    @Override
    protected List<String> plainColumns() {
      return List.of("x");
    }

    @Override
    protected void writeFields(Integer row, RecordConsumer to) {
      if (row % 2 == 0) {
        to.startField("x", 0);
        to.addDouble(row);
        to.endField("x", 0);
      }
      to.startField("i", 1);
      to.addInteger(row * 10);
      to.endField("i", 1);
      to.startField("b", 2);
      to.addBoolean(row % 2 == 0);
      to.endField("b", 2);
    }
  }
}
