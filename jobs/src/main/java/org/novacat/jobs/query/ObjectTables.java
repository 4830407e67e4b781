package org.novacat.jobs.query;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.regexp_extract;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.SpectrumColumn;
import org.novacat.persistence.store.StoreLocation;

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

  private static final String PATH_OF_SPECTRUM = "derived/spectra/([^/]+)/([^/]+)/normalized/";

  private ObjectTables() {}

  /** The rows of these photometry tables. */
  static Dataset<Row> photometry(SparkSession spark, StoreLocation bucket, List<String> keys) {
    return keys.isEmpty()
        ? spark.createDataFrame(List.of(), PHOTOMETRY)
        : parquet(spark, bucket, keys, PHOTOMETRY);
  }

  /** The samples of these spectra. */
  static Dataset<Row> spectra(SparkSession spark, StoreLocation bucket, List<String> keys) {
    if (keys.isEmpty()) {
      return spark.createDataFrame(List.of(), SPECTRA);
    }
    Dataset<Row> samples = parquet(spark, bucket, keys, SAMPLES);
    Column path = col("_metadata.file_path");
    Stream<Column> ids =
        Stream.of(1, 2)
            .map(
                part ->
                    regexp_extract(path, PATH_OF_SPECTRUM, part)
                        .as(IDS.get(part - 1).name(), IDS.get(part - 1).metadata()));
    Stream<Column> rest = Stream.of(SAMPLES.fieldNames()).map(samples::col);
    return samples.select(Stream.concat(ids, rest).toArray(Column[]::new));
  }

  /**
   * Of columns that an object lacks, because it is older, there is null.
   *
   * @throws org.novacat.jobs.cli.UserError when an object is gone
   */
  private static Dataset<Row> parquet(
      SparkSession spark, StoreLocation bucket, List<String> keys, StructType schema) {
    String[] paths = keys.stream().map(key -> path(bucket, key)).toArray(String[]::new);
    return SqlFailures.told(() -> spark.read().schema(schema).parquet(paths));
  }

  /** As a pattern that this object alone fits: Spark takes paths for patterns. */
  private static String path(StoreLocation bucket, String key) {
    String root =
        "file".equals(bucket.uri().getScheme())
            ? Path.of(bucket.uri()).toString()
            : bucket.uri().toString();
    return (root.replaceFirst("/+$", "") + "/" + key).replaceAll("[{}\\[\\]*?\\\\]", "\\\\$0");
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
