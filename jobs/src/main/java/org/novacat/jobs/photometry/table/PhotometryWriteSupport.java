package org.novacat.jobs.photometry.table;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.novacat.jobs.parquet.DescribedWriteSupport;
import org.novacat.jobs.parquet.VoTableField;
import org.novacat.jobs.parquet.VoTableHeader;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.PhotometryRow;

/** Schema, metadata and rows of {@code photometry_table.parquet}. */
final class PhotometryWriteSupport extends DescribedWriteSupport<PhotometryRow> {
  private static final PhotometryColumn[] COLUMNS = PhotometryColumn.values();

  /** Numbers that many rows share, which a dictionary makes small. */
  private static final Set<PhotometryColumn> SHARED =
      EnumSet.of(
          PhotometryColumn.RA_DEG,
          PhotometryColumn.DEC_DEG,
          PhotometryColumn.SPECTRAL_COORD_VALUE,
          PhotometryColumn.BANDPASS_WIDTH,
          PhotometryColumn.LIMITING_SIGMA);

  private static final MessageType SCHEMA =
      new MessageType(
          "photometry", Stream.of(COLUMNS).map(PhotometryWriteSupport::field).toArray(Type[]::new));

  PhotometryWriteSupport(String registryVersion, SortedMap<String, String> facts) {
    super(SCHEMA, metadata(registryVersion, facts));
  }

  @Override
  public String getName() {
    return "novacat-photometry";
  }

  @Override
  protected List<String> plainColumns() {
    return Stream.of(COLUMNS)
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
    for (PhotometryColumn column : COLUMNS) {
      Object cell = column.cell(row);
      if (cell != null) {
        to.startField(column.columnName(), column.position());
        write(column.type(), cell, to);
        to.endField(column.columnName(), column.position());
      }
    }
  }

  private static void write(PhotometryColumn.Type type, Object cell, RecordConsumer to) {
    switch (type) {
      case TEXT -> to.addBinary(Binary.fromString((String) cell));
      case DOUBLE -> to.addDouble((Double) cell);
      case BOOLEAN -> to.addBoolean((Boolean) cell);
      case INT -> to.addInteger((Integer) cell);
    }
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
      String registryVersion, SortedMap<String, String> facts) {
    List<VoTableField> fields = Stream.of(COLUMNS).map(PhotometryWriteSupport::describe).toList();
    Map<String, String> all = new HashMap<>(VoTableHeader.metadata("photometry", fields, facts));
    all.put(TableInfo.SCHEMA_KEY, TableInfo.SCHEMA_PREFIX + PhotometryColumn.SCHEMA_VERSION);
    all.put(TableInfo.REGISTRY_KEY, registryVersion);
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
