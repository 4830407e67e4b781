package org.novacat.jobs.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;

import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.novacat.jobs.votable.TableColumn;
import org.novacat.jobs.votable.TableForm;
import org.novacat.jobs.votable.VoTableParam;

/**
 * Writes tables of records as Parquet, with their VOTable header. Lists have three levels (Parquet
 * format, LogicalTypes, "Lists"); none of their elements is null. A text that is absent is "",
 * which is the same in a VOTable: astropy's {@code Table.read} cannot open a column of texts with
 * nulls in it. Equal records and facts give equal bytes in every JVM.
 */
public final class TableParquet<R> {
  private final TableForm<R> form;
  private final List<String> plainColumns;
  private final long groupBytes;

  /**
   * A writer.
   *
   * @param plainColumns of numbers that rows hardly share, for which a dictionary is lost time
   */
  public TableParquet(TableForm<R> form, List<String> plainColumns) {
    this(form, plainColumns, ParquetForm.GROUP_BYTES);
  }

  /**
   * A writer.
   *
   * @param plainColumns of numbers that rows hardly share, for which a dictionary is lost time
   * @param groupBytes of a row group: short ones let readers pass over more of what they do not
   *     want
   */
  public TableParquet(TableForm<R> form, List<String> plainColumns, long groupBytes) {
    this.form = form;
    this.plainColumns = List.copyOf(plainColumns);
    this.groupBytes = groupBytes;
  }

  /**
   * Writes a file on disk, replacing what is there. Memory does not grow with the number of rows:
   * it holds one row group, and one row where cells are lists.
   *
   * @param rows in the order of the table
   * @param facts key-value metadata of the file besides what describes the columns
   * @param params what the VOTable metadata says of the whole table, by name
   * @throws IOException when the disk does; half a file is then left
   */
  public void write(
      Iterator<R> rows, Path file, Map<String, String> facts, SortedMap<String, String> params)
      throws IOException {
    ParquetBytes.writeFile(parquetForm(facts, params), file, to -> write(rows, to));
  }

  private void write(Iterator<R> rows, ParquetRows to) throws IOException {
    int atOnce = form.hasLists() ? 1 : ParquetRows.AT_ONCE;
    List<R> some = new ArrayList<>(atOnce);
    while (rows.hasNext()) {
      some.add(rows.next());
      if (some.size() == atOnce || !rows.hasNext()) {
        to.write(
            some.size(),
            (column, from, end, writer) -> {
              for (R row : some.subList(from, end)) {
                write(form.columns().get(column), row, writer);
              }
            });
        some.clear();
      }
    }
  }

  private void write(TableColumn<R> column, R row, ColumnWriter to) {
    Object value = column.value(row);
    int there = column.nullable() ? 1 : 0;
    if (column.type() == TableColumn.Type.TEXT) {
      String text = value == null ? "" : (String) value;
      to.write(Binary.fromConstantByteArray(text.getBytes(UTF_8)), 0, 0);
    } else if (value == null) {
      to.writeNull(0, 0);
    } else if (column.type().isList()) {
      writeList(value, there, to);
    } else if (value instanceof Double number) {
      to.write((double) number, 0, there);
    } else if (value instanceof Long number) {
      to.write((long) number, 0, there);
    } else if (value instanceof Integer number) {
      to.write((int) number, 0, there);
    } else {
      to.write((boolean) (Boolean) value, 0, there);
    }
  }

  /** The first element begins the list of a row, the others go on with it. */
  private static void writeList(Object list, int there, ColumnWriter to) {
    int element = there + 1;
    if (list instanceof double[] numbers) {
      for (int i = 0; i < numbers.length; i++) {
        to.write(numbers[i], i == 0 ? 0 : 1, element);
      }
    } else if (list instanceof int[] numbers) {
      for (int i = 0; i < numbers.length; i++) {
        to.write(numbers[i], i == 0 ? 0 : 1, element);
      }
    } else if (list instanceof boolean[] flags) {
      for (int i = 0; i < flags.length; i++) {
        to.write(flags[i], i == 0 ? 0 : 1, element);
      }
    }
    if (Array.getLength(list) == 0) {
      to.writeNull(0, there);
    }
  }

  private ParquetForm parquetForm(Map<String, String> facts, SortedMap<String, String> params) {
    VoTableHeader header =
        new VoTableHeader(
            form.name(),
            form.systems(),
            form.columns().stream().map(TableColumn::field).toList(),
            params.entrySet().stream()
                .map(param -> VoTableParam.text(param.getKey(), param.getValue()))
                .toList());
    Map<String, String> metadata = new HashMap<>(header.metadata());
    metadata.putAll(facts);
    return new ParquetForm(
        new MessageType(form.name(), form.columns().stream().map(TableParquet::field).toList()),
        "novacat-" + form.name(),
        metadata,
        plainColumns,
        form.hasLists() ? ParquetForm.RowLength.ANY : ParquetForm.RowLength.SHORT,
        groupBytes);
  }

  private static Type field(TableColumn<?> column) {
    PrimitiveTypeName type = primitive(column.type());
    if (type == PrimitiveTypeName.BINARY) {
      return Types.required(type).as(stringType()).named(column.name());
    }
    Repetition repetition = column.nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED;
    if (column.type().isList()) {
      return Types.list(repetition).requiredElement(type).named(column.name());
    }
    return Types.primitive(type, repetition).named(column.name());
  }

  private static PrimitiveTypeName primitive(TableColumn.Type type) {
    return switch (type) {
      case TEXT -> PrimitiveTypeName.BINARY;
      case INT, INTS -> PrimitiveTypeName.INT32;
      case LONG -> PrimitiveTypeName.INT64;
      case DOUBLE, DOUBLES -> PrimitiveTypeName.DOUBLE;
      case BOOLEAN, BOOLEANS -> PrimitiveTypeName.BOOLEAN;
    };
  }
}
