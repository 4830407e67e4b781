package org.novacat.jobs.photometry.table;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.parquet.ParquetBytes;
import org.novacat.jobs.parquet.ParquetForm;
import org.novacat.jobs.parquet.ParquetRows;
import org.novacat.jobs.parquet.VoTableHeader;
import org.novacat.jobs.votable.CoordinateSystem;
import org.novacat.jobs.votable.VoTableField;
import org.novacat.jobs.votable.VoTableParam;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.PhotometryRow;

/**
 * Writes {@code photometry_table.parquet}, and what it is made from: schema, metadata and cells.
 * Equal rows, registry version and facts give equal bytes in every JVM, so a table is a function of
 * the uploads.
 */
public final class PhotometryParquet {
  private static final PhotometryParquet TABLE =
      new PhotometryParquet(
          List.of(PhotometryColumn.values()), PhotometrySystems.ALL, PhotometryColumn::cell);

  /**
   * The same for a table of many novae, in which a text that is absent is "": astropy's {@code
   * Table.read} cannot open a column of texts with nulls in it.
   */
  private static final PhotometryParquet RELEASE =
      new PhotometryParquet(
          List.of(PhotometryColumn.values()),
          PhotometrySystems.ALL,
          (column, row) -> {
            Object cell = column.cell(row);
            return cell == null && column.type() == PhotometryColumn.Type.TEXT ? "" : cell;
          });

  /** Numbers that many rows share, which a dictionary makes small. */
  private static final Set<PhotometryColumn> SHARED =
      EnumSet.of(
          PhotometryColumn.RA_DEG,
          PhotometryColumn.DEC_DEG,
          PhotometryColumn.SPECTRAL_COORD_VALUE,
          PhotometryColumn.BANDPASS_WIDTH,
          PhotometryColumn.LIMITING_SIGMA);

  private final List<PhotometryColumn> columns;
  private final List<CoordinateSystem> systems;
  private final BiFunction<PhotometryColumn, PhotometryRow, @Nullable Object> cells;

  /** Rows with these columns, described as counting in these systems. */
  PhotometryParquet(
      List<PhotometryColumn> columns,
      List<CoordinateSystem> systems,
      BiFunction<PhotometryColumn, PhotometryRow, @Nullable Object> cells) {
    this.columns = columns;
    this.systems = systems;
    this.cells = cells;
  }

  /**
   * Writes a file on disk, replacing what is there; memory does not grow with the number of rows.
   *
   * @param rows in the order of the table
   * @param registryVersion of the band registry that the rows were made with
   * @param facts what the VOTable metadata says of the whole table, by name
   * @throws IOException when the disk does; half a file is then left
   */
  public static void write(
      Iterator<PhotometryRow> rows,
      Path file,
      String registryVersion,
      SortedMap<String, String> facts)
      throws IOException {
    Map<String, String> versions =
        Map.of(
            TableInfo.SCHEMA_KEY,
            TableInfo.SCHEMA_PREFIX + PhotometryColumn.SCHEMA_VERSION,
            TableInfo.REGISTRY_KEY,
            registryVersion);
    TABLE.write(rows, file, versions, facts);
  }

  /**
   * Writes a table of many novae to a file on disk, replacing what is there; memory does not grow
   * with the number of rows. Their band registries may differ.
   *
   * @param rows in the order of the table
   * @param facts what the VOTable metadata says of the whole table, by name
   * @throws IOException when the disk does; half a file is then left
   */
  public static void writeRelease(
      Iterator<PhotometryRow> rows, Path file, SortedMap<String, String> facts) throws IOException {
    String schema = "release-photometry/" + PhotometryColumn.SCHEMA_VERSION;
    RELEASE.write(rows, file, Map.of(TableInfo.SCHEMA_KEY, schema), facts);
  }

  /**
   * Writes rows to a file, replacing what is there; memory does not grow with their number.
   *
   * @param facts key-value metadata of the file besides what describes the columns
   * @param params what the VOTable metadata says of the whole table, by name
   * @throws IOException when the disk does; half a file is then left
   */
  void write(
      Iterator<PhotometryRow> rows,
      Path file,
      Map<String, String> facts,
      SortedMap<String, String> params)
      throws IOException {
    ParquetBytes.writeFile(form(facts, params), file, to -> write(rows, to));
  }

  private void write(Iterator<PhotometryRow> rows, ParquetRows to) throws IOException {
    List<PhotometryRow> some = new ArrayList<>(ParquetRows.AT_ONCE);
    while (rows.hasNext()) {
      some.add(rows.next());
      if (some.size() == ParquetRows.AT_ONCE || !rows.hasNext()) {
        to.write(
            some.size(),
            (column, from, end, writer) ->
                write(columns.get(column), some.subList(from, end), writer));
        some.clear();
      }
    }
  }

  private void write(PhotometryColumn column, List<PhotometryRow> rows, ColumnWriter to) {
    int there = column.nullable() ? 1 : 0;
    Object before = null;
    Binary written = Binary.EMPTY;
    for (PhotometryRow row : rows) {
      Object cell = cells.apply(column, row);
      if (cell == null) {
        to.writeNull(0, 0);
        continue;
      }
      switch (column.type()) {
        case TEXT -> {
          // Most texts are those of the row before.
          written =
              cell.equals(before)
                  ? written
                  : Binary.fromConstantByteArray(((String) cell).getBytes(StandardCharsets.UTF_8));
          before = cell;
          to.write(written, 0, there);
        }
        case DOUBLE -> to.write((double) (Double) cell, 0, there);
        case BOOLEAN -> to.write((boolean) (Boolean) cell, 0, there);
        case INT -> to.write((int) (Integer) cell, 0, there);
      }
    }
  }

  private ParquetForm form(Map<String, String> facts, SortedMap<String, String> params) {
    return new ParquetForm(
        new MessageType("photometry", columns.stream().map(PhotometryParquet::field).toList()),
        "novacat-photometry",
        metadata(facts, params),
        columns.stream()
            .filter(PhotometryParquet::isPlain)
            .map(PhotometryColumn::columnName)
            .toList());
  }

  private static boolean isPlain(PhotometryColumn column) {
    boolean measured = column.type() == PhotometryColumn.Type.DOUBLE && !SHARED.contains(column);
    return measured || column == PhotometryColumn.ROW_ID || column == PhotometryColumn.TIME_ORIG;
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

  private Map<String, String> metadata(
      Map<String, String> facts, SortedMap<String, String> params) {
    VoTableHeader header =
        new VoTableHeader(
            "photometry",
            systems,
            columns.stream().map(this::describe).toList(),
            params.entrySet().stream()
                .map(param -> VoTableParam.text(param.getKey(), param.getValue()))
                .toList());
    Map<String, String> all = new HashMap<>(header.metadata());
    all.putAll(facts);
    return all;
  }

  private VoTableField describe(PhotometryColumn column) {
    String datatype =
        switch (column.type()) {
          case TEXT -> "char";
          case DOUBLE -> "double";
          case BOOLEAN -> "boolean";
          case INT -> "int";
        };
    CoordinateSystem system = PhotometrySystems.of(column);
    return VoTableField.of(
            column.columnName(), datatype, column.unit(), column.ucd(), "", column.description())
        .in(system != null && systems.contains(system) ? system.id() : "");
  }
}
