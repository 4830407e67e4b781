package org.novacat.jobs.photometry.table;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.parquet.DescribedWriteSupport;
import org.novacat.jobs.parquet.VoTableField;
import org.novacat.jobs.parquet.VoTableHeader;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.PhotometryRow;

/** Schema, metadata and rows of {@code photometry_table.parquet}, and of what it is made from. */
final class PhotometryWriteSupport extends DescribedWriteSupport<PhotometryRow> {
  /** Numbers that many rows share, which a dictionary makes small. */
  private static final Set<PhotometryColumn> SHARED =
      EnumSet.of(
          PhotometryColumn.RA_DEG,
          PhotometryColumn.DEC_DEG,
          PhotometryColumn.SPECTRAL_COORD_VALUE,
          PhotometryColumn.BANDPASS_WIDTH,
          PhotometryColumn.LIMITING_SIGMA);

  private final List<PhotometryColumn> columns;
  private final BiFunction<PhotometryColumn, PhotometryRow, @Nullable Object> cells;
  private final @Nullable String[] texts;
  private final @Nullable Binary[] written;

  /**
   * Rows with these columns.
   *
   * @param facts key-value metadata of the file besides what describes the columns
   * @param params what the VOTable metadata says of the whole table, by name
   */
  PhotometryWriteSupport(
      List<PhotometryColumn> columns,
      BiFunction<PhotometryColumn, PhotometryRow, @Nullable Object> cells,
      Map<String, String> facts,
      SortedMap<String, String> params) {
    super(
        new MessageType("photometry", columns.stream().map(PhotometryWriteSupport::field).toList()),
        metadata(columns, facts, params));
    this.columns = columns;
    this.cells = cells;
    this.texts = new String[columns.size()];
    this.written = new Binary[columns.size()];
  }

  @Override
  public String getName() {
    return "novacat-photometry";
  }

  @Override
  protected List<String> plainColumns() {
    return columns.stream()
        .filter(PhotometryWriteSupport::isPlain)
        .map(PhotometryColumn::columnName)
        .toList();
  }

  private static boolean isPlain(PhotometryColumn column) {
    boolean measured = column.type() == PhotometryColumn.Type.DOUBLE && !SHARED.contains(column);
    return measured || column == PhotometryColumn.ROW_ID || column == PhotometryColumn.TIME_ORIG;
  }

  @Override
  protected void writeFields(PhotometryRow row, RecordConsumer to) {
    for (int i = 0; i < columns.size(); i++) {
      PhotometryColumn column = columns.get(i);
      Object cell = cells.apply(column, row);
      if (cell != null) {
        to.startField(column.columnName(), i);
        switch (column.type()) {
          case TEXT -> to.addBinary(binary(i, (String) cell));
          case DOUBLE -> to.addDouble((Double) cell);
          case BOOLEAN -> to.addBoolean((Boolean) cell);
          case INT -> to.addInteger((Integer) cell);
        }
        to.endField(column.columnName(), i);
      }
    }
  }

  /** Most texts are those of the row before. */
  private Binary binary(int column, String text) {
    Binary before = written[column];
    if (before != null && text.equals(texts[column])) {
      return before;
    }
    Binary binary = Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
    texts[column] = text;
    written[column] = binary;
    return binary;
  }

  private static Type field(PhotometryColumn column) {
    Type.Repetition repetition =
        column.nullable() ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED;
    return switch (column.type()) {
      case TEXT ->
          Types.primitive(PrimitiveTypeName.BINARY, repetition)
              .as(stringType())
              .named(column.columnName());
      case DOUBLE ->
          Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.columnName());
      case BOOLEAN ->
          Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(column.columnName());
      case INT -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(column.columnName());
    };
  }

  private static Map<String, String> metadata(
      List<PhotometryColumn> columns, Map<String, String> facts, SortedMap<String, String> params) {
    List<VoTableField> fields = columns.stream().map(PhotometryWriteSupport::describe).toList();
    Map<String, String> all = new HashMap<>(VoTableHeader.metadata("photometry", fields, params));
    all.putAll(facts);
    return all;
  }

  private static VoTableField describe(PhotometryColumn column) {
    String datatype =
        switch (column.type()) {
          case TEXT -> "char";
          case DOUBLE -> "double";
          case BOOLEAN -> "boolean";
          case INT -> "int";
        };
    return new VoTableField(
        column.columnName(), datatype, column.unit(), column.ucd(), "", column.description());
  }
}
