package org.novacat.spectral.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Writes an index by parquet-mr's own example classes. */
public final class IndexWriter {
  private IndexWriter() {}

  /** Columns by name; values are Long, Double, Float, Boolean, String or null. */
  public static byte[] write(Map<String, ? extends List<?>> columns) {
    return write(columns, ParquetWriter.DEFAULT_BLOCK_SIZE);
  }

  /** The same in row groups of about so many bytes. */
  public static byte[] write(Map<String, ? extends List<?>> columns, int groupBytes) {
    MessageType schema = schema(columns);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int rows = columns.values().iterator().next().size();
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(file(bytes))
            .withType(schema)
            .withConf(new Configuration(false))
            .withRowGroupSize((long) groupBytes)
            .build()) {
      for (int row = 0; row < rows; row++) {
        writer.write(group(schema, columns, row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static MessageType schema(Map<String, ? extends List<?>> columns) {
    List<Type> fields = new ArrayList<>();
    columns.forEach((name, values) -> fields.add((Type) type(sample(values)).named(name)));
    return new MessageType("index", fields);
  }

  private static Object sample(List<?> values) {
    for (Object value : values) {
      if (value != null) {
        return value;
      }
    }
    return 0.0;
  }

  private static Types.PrimitiveBuilder<?> type(Object value) {
    if (value instanceof String) {
      return Types.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType());
    }
    return Types.optional(
        value instanceof Long
            ? PrimitiveTypeName.INT64
            : value instanceof Float
                ? PrimitiveTypeName.FLOAT
                : value instanceof Boolean ? PrimitiveTypeName.BOOLEAN : PrimitiveTypeName.DOUBLE);
  }

  private static Group group(MessageType schema, Map<String, ? extends List<?>> columns, int row) {
    SimpleGroup group = new SimpleGroup(schema);
    columns.forEach(
        (name, values) -> {
          Object value = values.get(row);
          if (value instanceof String text) {
            group.add(name, text);
          } else if (value instanceof Long whole) {
            group.add(name, whole);
          } else if (value instanceof Float number) {
            group.add(name, number);
          } else if (value instanceof Boolean truth) {
            group.add(name, truth);
          } else if (value instanceof Double number) {
            group.add(name, number);
          }
        });
    return group;
  }

  private static OutputFile file(ByteArrayOutputStream to) {
    return new OutputFile() {
      @Override
      public PositionOutputStream create(long blockSizeHint) {
        return new PositionOutputStream() {
          @Override
          public long getPos() {
            return to.size();
          }

          @Override
          public void write(int b) {
            to.write(b);
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            to.write(bytes, from, length);
          }
        };
      }

      @Override
      public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return create(blockSizeHint);
      }

      @Override
      public boolean supportsBlockSize() {
        return false;
      }

      @Override
      public long defaultBlockSize() {
        return 0;
      }
    };
  }
}
