package org.novacat.fits.spark.spectrum;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.spark.query.QueryRows;
import org.novacat.layouts.spectrum.Mask;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * A spectrum, or why there is none, as a row of mode {@code spectra}. Arrays are as in the file.
 */
public final class SpectrumRow {
  private static final DataType DOUBLES = DataTypes.createArrayType(DataTypes.DoubleType, false);
  private static final DataType TEXTS = DataTypes.createArrayType(DataTypes.StringType, false);

  public static final StructType TYPE =
      new StructType()
          .add("order", DataTypes.IntegerType)
          .add("wavelength", DOUBLES)
          .add("wavelength_unit", DataTypes.StringType)
          .add("wavelength_unit_assumed", DataTypes.BooleanType)
          .add("medium", DataTypes.StringType)
          .add("medium_source", DataTypes.StringType)
          .add("axis_source", DataTypes.StringType)
          .add("flux", DOUBLES)
          .add("flux_unit", DataTypes.StringType)
          .add("calibration", DataTypes.StringType)
          .add("uncertainty", DOUBLES)
          .add("uncertainty_kind", DataTypes.StringType)
          .add("uncertainty_unit", DataTypes.StringType)
          .add("mask", DataTypes.createArrayType(DataTypes.IntegerType, false))
          .add("mask_bad_bits", DataTypes.IntegerType)
          .add("object", DataTypes.StringType)
          .add("ra", DataTypes.DoubleType)
          .add("dec", DataTypes.DoubleType)
          .add("mjd", DataTypes.DoubleType)
          .add("time_scale", DataTypes.StringType)
          .add("time_source", DataTypes.StringType)
          .add("time_precision", DataTypes.DoubleType)
          .add("time_span", DataTypes.DoubleType)
          .add("exposure", DataTypes.DoubleType)
          .add("telescope", DataTypes.StringType)
          .add("instrument", DataTypes.StringType)
          .add("observer", DataTypes.StringType)
          .add("profile", DataTypes.StringType)
          .add("notes", TEXTS)
          .add("reason", DataTypes.StringType)
          .add("reason_code", DataTypes.StringType)
          .add("reason_message", DataTypes.StringType);

  private SpectrumRow() {}

  /** The value of a column of a spectrum; null when there is none. */
  static @Nullable Object value(ReadResult.Read read, SourceSpectrum spectrum, String column) {
    return switch (column) {
      case "order" -> spectrum.order();
      case "wavelength" -> QueryRows.array(spectrum.axis().values());
      case "wavelength_unit" -> QueryRows.textOrNull(spectrum.axis().unit());
      case "wavelength_unit_assumed" -> spectrum.axis().unitAssumed();
      case "medium" -> QueryRows.text(spectrum.axis().medium().name());
      case "medium_source" -> QueryRows.text(spectrum.axis().mediumSource().name());
      case "axis_source" -> QueryRows.text(spectrum.axis().source());
      case "flux" -> QueryRows.array(spectrum.flux().values());
      case "flux_unit" -> QueryRows.textOrNull(spectrum.flux().unit());
      case "calibration" -> QueryRows.text(spectrum.flux().calibration().name());
      case "uncertainty", "uncertainty_kind", "uncertainty_unit" ->
          uncertainty(spectrum.uncertainty(), column);
      case "mask", "mask_bad_bits" -> mask(spectrum.mask(), column);
      case "profile" -> QueryRows.text(read.profile());
      case "notes" -> QueryRows.array(read.notes().stream().map(QueryRows::text).toList());
      default -> observation(read.observation(), column);
    };
  }

  private static @Nullable Object uncertainty(@Nullable Uncertainty uncertainty, String column) {
    if (uncertainty == null) {
      return null;
    }
    return switch (column) {
      case "uncertainty" -> QueryRows.array(uncertainty.values());
      case "uncertainty_kind" -> QueryRows.text(uncertainty.kind().name());
      default -> QueryRows.textOrNull(uncertainty.unit());
    };
  }

  private static @Nullable Object mask(@Nullable Mask mask, String column) {
    if (mask == null) {
      return null;
    }
    return column.equals("mask") ? QueryRows.array(mask.bits()) : (Object) mask.badBits();
  }

  private static @Nullable Object observation(Observation observation, String column) {
    return switch (column) {
      case "object" -> QueryRows.textOrNull(observation.object());
      case "ra" -> observation.raDeg();
      case "dec" -> observation.decDeg();
      case "exposure" -> observation.exposureSeconds();
      case "telescope" -> QueryRows.textOrNull(observation.telescope());
      case "instrument" -> QueryRows.textOrNull(observation.instrument());
      case "observer" -> QueryRows.textOrNull(observation.observer());
      default -> observation.time() == null ? null : time(observation.time(), column);
    };
  }

  private static @Nullable Object time(ObservationTime time, String column) {
    return switch (column) {
      case "mjd" -> time.mjd();
      case "time_scale" -> QueryRows.text(time.scale().name());
      case "time_source" -> QueryRows.text(time.source());
      case "time_precision" -> time.precisionDays();
      case "time_span" -> time.spanDays();
      default -> null;
    };
  }

  /** The value of a column of an order that is refused beside others that are read. */
  static @Nullable Object value(
      ReadResult.Read read, ReadResult.RefusedOrder order, String column) {
    return switch (column) {
      case "order" -> order.order();
      case "profile" -> QueryRows.text(read.profile());
      case "reason" -> QueryRows.text(order.refusal().reason().name());
      case "reason_code" -> QueryRows.text(order.refusal().detail());
      case "reason_message" -> QueryRows.text(order.refusal().message());
      default -> observation(read.observation(), column);
    };
  }

  /** The value of a column of a file without spectra. */
  static @Nullable Object value(ReadResult.Rejected rejected, String column) {
    return switch (column) {
      case "profile" -> QueryRows.textOrNull(rejected.profile());
      case "reason" -> QueryRows.text(rejected.refusal().reason().name());
      case "reason_code" -> QueryRows.text(rejected.refusal().detail());
      case "reason_message" -> QueryRows.text(rejected.refusal().message());
      default -> null;
    };
  }
}
