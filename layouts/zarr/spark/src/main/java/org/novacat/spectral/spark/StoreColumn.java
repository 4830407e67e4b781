package org.novacat.spectral.spark;

import java.io.Serializable;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.novacat.spectral.SpectralStore;
import org.novacat.zarr.DType;
import org.novacat.zarr.ZarrArray;

/**
 * A column of the table and the array that it is from.
 *
 * @param name as queries call it
 * @param path of the array
 * @param form how the array is laid out
 * @param element type of an element
 * @param unit as the array says; "" when it does not
 * @param chunkRows elements of a chunk along axis 0
 * @param rowBytes bytes of a row before compression
 */
record StoreColumn(
    String name,
    String path,
    Form form,
    DataType element,
    String unit,
    int chunkRows,
    long rowBytes)
    implements Serializable {
  /** How an array is laid out. */
  enum Form {
    /** (N_spec,): a value a row. */
    VALUE,
    /** (N_spec, N_pix): an array a row. */
    SAMPLES,
    /** (N_pix,): the same array in each row. */
    COMMON
  }

  static StoreColumn of(String name, ZarrArray array, Form form) {
    Object unit = array.spec().attributes().get(SpectralStore.UNITS);
    long samples = form == Form.SAMPLES ? array.spec().shape().get(1) : 1;
    return new StoreColumn(
        name,
        array.path(),
        form,
        element(array.spec().dtype(), form),
        unit instanceof String text ? text : "",
        array.spec().chunks().get(0),
        samples * Math.max(1, array.spec().dtype().itemSize()));
  }

  private static DataType element(DType type, Form form) {
    return switch (type.kind()) {
      case FLOAT -> type.itemSize() == Float.BYTES ? DataTypes.FloatType : DataTypes.DoubleType;
      case INTEGER, UNSIGNED -> DataTypes.LongType;
      case BOOLEAN -> form == Form.VALUE ? DataTypes.BooleanType : DataTypes.LongType;
      case BYTES, UNICODE, TEXT -> DataTypes.StringType;
    };
  }

  /** The column as Spark has it; never null, since what is missing is NaN or "". */
  StructField field() {
    DataType type = form == Form.VALUE ? element : DataTypes.createArrayType(element, false);
    Metadata metadata =
        unit.isEmpty()
            ? Metadata.empty()
            : new MetadataBuilder().putString(SpectralStore.UNITS, unit).build();
    return new StructField(name, type, false, metadata);
  }
}
