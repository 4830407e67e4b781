package org.novacat.fits.spark.query;

import org.apache.spark.sql.connector.catalog.MetadataColumn;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;

/** The metadata columns: there when they are asked for by name. */
public enum FileColumn {
  PATH("_path", "string", "Path of the file, with scheme"),
  HDU("_hdu", "int", "Index of the HDU, from 0; null where a file has none"),
  SIZE("_size", "bigint", "Size of the file in bytes, as it is stored"),
  MTIME("_mtime", "timestamp", "When the file was last changed"),
  SHA256("_sha256", "string", "SHA-256 of the file as it is stored; reads all of it");

  private final String columnName;
  private final String type;
  private final String comment;

  FileColumn(String columnName, String type, String comment) {
    this.columnName = columnName;
    this.type = type;
    this.comment = comment;
  }

  /** Name of the column. */
  public String columnName() {
    return columnName;
  }

  /** As a column of a schema. */
  public StructField field() {
    return new StructField(columnName, DataType.fromDDL(type), true, Metadata.empty());
  }

  /** As Spark wants to know it. */
  public MetadataColumn metadataColumn() {
    return new MetadataColumn() {
      @Override
      public String name() {
        return columnName;
      }

      @Override
      public DataType dataType() {
        return DataType.fromDDL(type);
      }

      @Override
      public String comment() {
        return comment;
      }
    };
  }
}
