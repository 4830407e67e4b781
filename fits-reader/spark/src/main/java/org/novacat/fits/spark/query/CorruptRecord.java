package org.novacat.fits.spark.query;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.CardNumbers;
import org.novacat.fits.file.RefusedException;
import org.novacat.layouts.spectrum.Refusal;

/** Why a record could not be read, as a struct: code, offset in the inflated file, message. */
public final class CorruptRecord {
  public static final StructType TYPE =
      new StructType()
          .add("code", DataTypes.StringType, false)
          .add("offset", DataTypes.LongType, true)
          .add("message", DataTypes.StringType, false);

  private CorruptRecord() {}

  public static InternalRow row(Refusal refusal) {
    return new GenericInternalRow(
        new @Nullable Object[] {
          UTF8String.fromString(refusal.detail()),
          offset(refusal),
          UTF8String.fromString(refusal.message())
        });
  }

  public static ConstantColumnVector vector(Refusal refusal) {
    ConstantColumnVector vector = new ConstantColumnVector(1, TYPE);
    vector.setChild(0, Constants.vector(DataTypes.StringType, refusal.detail(), 1));
    vector.setChild(1, Constants.vector(DataTypes.LongType, offset(refusal), 1));
    vector.setChild(2, Constants.vector(DataTypes.StringType, refusal.message(), 1));
    return vector;
  }

  private static @Nullable Long offset(Refusal refusal) {
    String text = refusal.facts().getOrDefault(RefusedException.OFFSET, "");
    long offset = CardNumbers.parseLong(text, -1);
    return offset < 0 ? null : offset;
  }
}
