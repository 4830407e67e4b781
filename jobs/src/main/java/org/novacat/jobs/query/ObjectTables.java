package org.novacat.jobs.query;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.novacat.jobs.spark.BucketPaths;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatPrivate;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.SpectrumColumn;
import org.novacat.persistence.bucket.ArchiveLocation;

/** Tables whose rows lie in Parquet objects, read as if they were one. */
final class ObjectTables {
  static final StructType PHOTOMETRY =
      new StructType(
          Stream.of(PhotometryColumn.values())
              .map(ObjectTables::field)
              .toArray(StructField[]::new));

  /** Which spectrum a sample is of: parts of its key. */
  private static final List<StructField> IDS =
      List.of(
          ItemTable.field(
              "nova_id", DataTypes.StringType, "The nova; the key to join by [meta.id;src]"),
          ItemTable.field(
              "data_product_id", DataTypes.StringType, "The spectrum, as in products [meta.id]"));

  private static final StructType SAMPLES =
      new StructType(
          Stream.of(SpectrumColumn.values()).map(ObjectTables::field).toArray(StructField[]::new));

  static final StructType SPECTRA =
      new StructType(
          Stream.concat(IDS.stream(), Stream.of(SAMPLES.fields())).toArray(StructField[]::new));

  private ObjectTables() {}

  /** The rows of these photometry tables. */
  static Dataset<Row> photometry(SparkSession spark, ArchiveLocation from, List<ObjectKey> keys) {
    return keys.isEmpty()
        ? spark.createDataFrame(List.of(), PHOTOMETRY)
        : parquet(spark, from, keys, PHOTOMETRY);
  }

  /** The samples of these spectra. */
  static Dataset<Row> spectra(SparkSession spark, ArchiveLocation from, List<ObjectKey> keys) {
    if (keys.isEmpty()) {
      return spark.createDataFrame(List.of(), SPECTRA);
    }
    Dataset<Row> samples = parquet(spark, from, keys, SAMPLES);
    Column path = col("_metadata.file_path");
    Stream<Column> ids =
        IDS.stream().map(id -> idOfPath(id.name()).apply(path).as(id.name(), id.metadata()));
    Stream<Column> rest = Stream.of(SAMPLES.fieldNames()).map(samples::col);
    return samples.select(Stream.concat(ids, rest).toArray(Column[]::new));
  }

  /** A field of the key that a path ends with; rows of one object come one after the other. */
  private static UserDefinedFunction idOfPath(String field) {
    Map<String, String> known = new ConcurrentHashMap<>();
    UDF1<String, String> id = path -> known.computeIfAbsent(path, any -> field(path, field));
    return udf(id, DataTypes.StringType);
  }

  private static String field(String path, String field) {
    return NovaCatPrivate.LAYOUT.matchEnd(path).orElseThrow().fields().text(field);
  }

  /**
   * Of columns that an object lacks, because it is older, there is null.
   *
   * @throws org.novacat.jobs.cli.UserError when an object is gone
   */
  private static Dataset<Row> parquet(
      SparkSession spark, ArchiveLocation from, List<ObjectKey> keys, StructType schema) {
    String[] paths =
        keys.stream().map(key -> BucketPaths.of(from.store(), key)).toArray(String[]::new);
    return SqlFailures.told(() -> spark.read().schema(schema).parquet(paths));
  }

  private static StructField field(PhotometryColumn column) {
    DataType type =
        switch (column.type()) {
          case TEXT -> DataTypes.StringType;
          case DOUBLE -> DataTypes.DoubleType;
          case BOOLEAN -> DataTypes.BooleanType;
          case INT -> DataTypes.IntegerType;
        };
    return described(column.columnName(), type, column.description(), column.unit(), column.ucd());
  }

  private static StructField field(SpectrumColumn column) {
    DataType type =
        switch (column.type()) {
          case INT -> DataTypes.IntegerType;
          case DOUBLE -> DataTypes.DoubleType;
          case BOOLEAN -> DataTypes.BooleanType;
        };
    return described(
        column.columnName(),
        type,
        column.description(),
        column.unit("flux_unit of products"),
        column.ucd(Medium.UNKNOWN));
  }

  private static StructField described(
      String name, DataType type, String description, String unit, String ucd) {
    String what = unit.isEmpty() ? ucd : unit + ", " + ucd;
    return ItemTable.field(name, type, "%s [%s]".formatted(description, what));
  }
}
