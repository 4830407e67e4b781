package org.novacat.jobs.parquet;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.novacat.jobs.parquet.ParquetBytes.StreamOutputFile;

class ParquetRowsTest {
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType(
          "message rows { optional double x; required binary t (STRING); optional binary n (STRING); }");

  /** So that there are several groups, of compressed pages. */
  private static final int GROUP_BYTES = 1 << 17;

  /** Enough for an order that is neither theirs nor the alphabet's. */
  private static final Map<String, String> FACTS =
      IntStream.range(0, 12).boxed().collect(toMap("novacat.fact-%s"::formatted, "%s"::formatted));

  /** Several groups, several pages in each, and a dictionary that is given up. */
  @Test
  void columnsInPieces_giveTheBytesOfAWriterOfRows() throws IOException {
    for (int count : List.of(0, 1, 99, 100, 101, 20_000, 20_001, 300_000)) {
      assertThat(inPieces(count, 1)).as("%s rows", count).isEqualTo(byRow(count));
    }
  }

  /** The control: a row less is another file. */
  @Test
  void missingRow_isSeen() throws IOException {
    assertThat(inPieces(299_999, 1)).isNotEqualTo(byRow(300_000));
  }

  @Test
  void rowsGivenSomeAtATime_giveTheSameBytes() throws IOException {
    assertThat(inPieces(50_000, 7)).isEqualTo(inPieces(50_000, 1));
  }

  /** Another file that is begun meanwhile, and has no dictionary where this one has one. */
  @Test
  void fileThatIsWrittenMeanwhile_changesNothing() throws IOException {
    byte[] meanwhile = inPieces(300_000, 2, () -> inPieces(10, 1, () -> {}, List.of("n")));

    assertThat(meanwhile).isEqualTo(inPieces(300_000, 2));
  }

  /** Something that is done between two pieces. */
  private interface Meanwhile {
    void happen() throws IOException;
  }

  private static byte[] inPieces(int count, int times) throws IOException {
    return inPieces(count, times, () -> {});
  }

  private static byte[] inPieces(int count, int times, Meanwhile meanwhile) throws IOException {
    return inPieces(count, times, meanwhile, List.of("x"));
  }

  private static byte[] inPieces(
      int count, int times, Meanwhile meanwhile, List<String> plainColumns) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream(1024);
    ParquetRows.write(
        new StreamOutputFile(file),
        new ParquetForm(SCHEMA, "example", FACTS, plainColumns),
        GROUP_BYTES,
        rows -> {
          for (int time = 0; time < times; time++) {
            meanwhile.happen();
            int first = (int) ((long) count * time / times);
            int next = (int) ((long) count * (time + 1) / times);
            rows.write(
                next - first,
                (column, from, to, writer) -> write(column, first + from, first + to, writer));
          }
        });
    return SteadyFooter.of(file.toByteArray());
  }

  private static void write(int column, int from, int to, ColumnWriter writer) {
    for (int row = from; row < to; row++) {
      switch (column) {
        case 0 -> writer.write(row / 3.0, 0, 1);
        case 1 -> writer.write(Binary.fromString("text " + row % 100_000), 0, 0);
        default -> writeSome(row, writer);
      }
    }
  }

  /** Few texts, for which a dictionary is kept, and nulls. */
  private static void writeSome(int row, ColumnWriter writer) {
    if (row % 3 == 0) {
      writer.writeNull(0, 0);
    } else {
      writer.write(Binary.fromString("some " + row % 7), 0, 1);
    }
  }

  private static byte[] byRow(int count) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream(1024);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new StreamOutputFile(file))
            .withType(SCHEMA)
            .withExtraMetaData(FACTS)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize((long) GROUP_BYTES)
            .withDictionaryEncoding("x", false)
            .build()) {
      for (int row = 0; row < count; row++) {
        Group group = new SimpleGroup(SCHEMA);
        group.add("x", row / 3.0);
        group.add("t", "text " + row % 100_000);
        if (row % 3 != 0) {
          group.add("n", "some " + row % 7);
        }
        writer.write(group);
      }
    }
    return SteadyFooter.of(file.toByteArray());
  }
}
