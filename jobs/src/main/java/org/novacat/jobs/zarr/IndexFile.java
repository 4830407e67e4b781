package org.novacat.jobs.zarr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.novacat.jobs.parquet.ParquetBytes;
import org.novacat.jobs.parquet.ParquetForm;
import org.novacat.jobs.parquet.ParquetRows;
import org.novacat.jobs.zarr.Columns.Column;

/** {@code index.parquet}: the columns of a store as a table, a row a spectrum in its order. */
final class IndexFile {
  private final StorePlan plan;
  private final List<Column> columns;

  IndexFile(StorePlan plan) {
    this.plan = plan;
    this.columns = plan.columns();
  }

  /** Writes it to a file, replacing what is there; memory does not grow with the rows. */
  void write(Path file) throws IOException {
    List<Type> fields = columns.stream().map(IndexFile::field).toList();
    ParquetForm form =
        new ParquetForm(
            new MessageType("index", fields), "novacat-spectral-zarr-index", Map.of(), List.of());
    ParquetBytes.writeFile(form, file, this::write);
  }

  private static Type field(Column column) {
    if (column.isText()) {
      return Types.required(PrimitiveTypeName.BINARY).as(stringType()).named(column.name());
    }
    PrimitiveTypeName type = column.whole() ? PrimitiveTypeName.INT32 : PrimitiveTypeName.DOUBLE;
    return Types.required(type).named(column.name());
  }

  private void write(ParquetRows to) throws IOException {
    List<StoreRow> some = new ArrayList<>();
    try {
      plan.forEachRow(
          row -> {
            some.add(row);
            if (some.size() == ParquetRows.AT_ONCE || row.number() == plan.rows() - 1) {
              write(some, to);
              some.clear();
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(List<StoreRow> rows, ParquetRows to) {
    try {
      to.write(
          rows.size(),
          (column, from, end, writer) -> {
            for (StoreRow row : rows.subList(from, end)) {
              write(columns.get(column), row, writer);
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Column column, StoreRow row, ColumnWriter to) {
    if (column.isText()) {
      to.write(Binary.fromConstantByteArray(column.textOf(row).getBytes(UTF_8)), 0, 0);
    } else if (column.whole()) {
      to.write((int) column.numberOf(row), 0, 0);
    } else {
      to.write(column.numberOf(row), 0, 0);
    }
  }
}
