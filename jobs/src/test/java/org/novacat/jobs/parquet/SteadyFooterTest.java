package org.novacat.jobs.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.novacat.jobs.parquet.ParquetBytes.StreamOutputFile;

class SteadyFooterTest {
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType("message m { optional int32 a; required double b; }");

  @Test
  void encodingsInAnyOrder_giveTheSameFile() throws IOException {
    byte[] file = file();
    byte[] other = withEncodingsReversed(file);

    assertThat(other).isNotEqualTo(file);
    assertThat(SteadyFooter.of(other)).isEqualTo(SteadyFooter.of(file));
  }

  @Test
  void footerInOrder_isLeftAsItIs() throws IOException {
    byte[] steady = SteadyFooter.of(file());

    assertThat(SteadyFooter.of(steady)).isEqualTo(steady);
    assertThat(steady).hasSameSizeAs(file());
  }

  /** What another JVM might have written. */
  private static byte[] withEncodingsReversed(byte[] file) throws IOException {
    int start = footerStart(file);
    FileMetaData footer =
        Util.readFileMetaData(new ByteArrayInputStream(file, start, file.length - start));
    for (ColumnChunk column : footer.getRow_groups().get(0).getColumns()) {
      assertThat(column.getMeta_data().getEncodings()).hasSizeGreaterThan(1);
      Collections.reverse(column.getMeta_data().getEncodings());
    }
    return SteadyFooter.withFooter(file, start, footer);
  }

  private static int footerStart(byte[] file) {
    int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 8);
    return file.length - 8 - length;
  }

  private static byte[] file() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream(1024);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new StreamOutputFile(file)).withType(SCHEMA).build()) {
      for (int i = 0; i < 100; i++) {
        writer.write(new SimpleGroupFactory(SCHEMA).newGroup().append("a", i % 3).append("b", 1.0));
      }
    }
    return file.toByteArray();
  }
}
