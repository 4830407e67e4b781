package org.novacat.jobs.query;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.SpectrumColumn;
import org.novacat.persistence.store.Pointer;
import scala.Option;
import scala.collection.immutable.Map$;

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

  /** The rows of all photometry tables. */
  static Dataset<Row> photometry(SparkSession spark, SoundObjects from) {
    List<Pointer> tables = from.photometry();
    return parquet(spark, from.files(new StructType(), (nova, asked) -> tables), PHOTOMETRY);
  }

  /** The samples of all spectra; those that a condition on ids leaves out are not looked at. */
  static Dataset<Row> spectra(SparkSession spark, SoundObjects from) {
    StructType ids = new StructType(IDS.toArray(StructField[]::new));
    Dataset<Row> rows = parquet(spark, from.files(ids, from::spectra), SAMPLES);
    return rows.select(Stream.of(SPECTRA.fieldNames()).map(rows::col).toArray(Column[]::new));
  }

  /** Of columns that an object lacks, because it is older, there is null. */
  private static Dataset<Row> parquet(SparkSession spark, ObjectFiles files, StructType schema) {
    return spark.baseRelationToDataFrame(
        new HadoopFsRelation(
            files,
            files.partitionSchema(),
            schema,
            Option.empty(),
            new ParquetFileFormat(),
            Map$.MODULE$.empty(),
            spark));
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
