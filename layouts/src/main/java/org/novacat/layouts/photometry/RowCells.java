package org.novacat.layouts.photometry;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.spectrum.TimeScale;

/**
 * Rows from the cells of a table: the way back of {@link PhotometryColumn#cell}. A table of an
 * older version may lack columns; what they hold is then null, "" or false.
 */
public final class RowCells {
  private final Function<PhotometryColumn, @Nullable Object> cells;

  private RowCells(Function<PhotometryColumn, @Nullable Object> cells) {
    this.cells = cells;
  }

  /**
   * The row that has these cells.
   *
   * @param cells for each column a String, Double, Boolean or Integer, or null
   * @throws IllegalArgumentException when a cell holds what no row can hold
   */
  public static PhotometryRow row(Function<PhotometryColumn, @Nullable Object> cells) {
    return new RowCells(cells).row();
  }

  private PhotometryRow row() {
    String group = orNull(PhotometryColumn.DUP_GROUP);
    return new PhotometryRow(
        UUID.fromString(must(PhotometryColumn.ROW_ID)),
        nova(),
        measurement(),
        band(),
        number(PhotometryColumn.TIME_MJD_BARY_TDB),
        upload(),
        group == null ? null : UUID.fromString(group));
  }

  private RowNova nova() {
    return new RowNova(
        NovaId.parse(must(PhotometryColumn.NOVA_ID)),
        text(PhotometryColumn.PRIMARY_NAME),
        plain(PhotometryColumn.RA_DEG),
        plain(PhotometryColumn.DEC_DEG));
  }

  private Measurement measurement() {
    Double spectral = number(PhotometryColumn.SPECTRAL_COORD_VALUE);
    return new Measurement(
        integer(PhotometryColumn.SOURCE_ROW),
        "",
        epoch(),
        text(PhotometryColumn.BAND_SOURCE_TEXT),
        spectral == null
            ? null
            : new SpectralCoordinate(spectral, must(PhotometryColumn.SPECTRAL_COORD_UNIT)),
        orNull(PhotometryColumn.MAG_SYSTEM),
        brightness(),
        integer(PhotometryColumn.QUALITY_FLAG),
        integer(PhotometryColumn.QUALITY_BITS),
        text(PhotometryColumn.NOTES),
        origin());
  }

  private Epoch epoch() {
    String system = orNull(PhotometryColumn.TIME_ORIG_SYS);
    int bits = integer(PhotometryColumn.QUALITY_BITS);
    return new Epoch(
        plain(PhotometryColumn.TIME_MJD),
        TimeScale.valueOf(must(PhotometryColumn.TIME_SCALE)),
        TimeReference.valueOf(must(PhotometryColumn.TIME_REF)),
        text(PhotometryColumn.TIME_ORIG),
        system == null ? EpochSystem.OTHER : EpochSystem.valueOf(system),
        number(PhotometryColumn.TIME_START_MJD),
        number(PhotometryColumn.TIME_END_MJD),
        (bits & QualityBits.EPOCH_REINTERPRETED) != 0);
  }

  private Brightness brightness() {
    Double limit = number(PhotometryColumn.LIMITING_VALUE);
    Double sigma = number(PhotometryColumn.LIMITING_SIGMA);
    String fluxUnit = orNull(PhotometryColumn.FLUX_DENSITY_UNIT);
    Double rate = number(PhotometryColumn.COUNT_RATE);
    if (fluxUnit != null) {
      Double flux = number(PhotometryColumn.FLUX_DENSITY);
      Double error = number(PhotometryColumn.FLUX_DENSITY_ERR);
      return new Brightness(Quantity.FLUX_DENSITY, fluxUnit, flux, error, null, null, limit, sigma);
    }
    if (rate != null) {
      Double error = number(PhotometryColumn.COUNT_RATE_ERR);
      return new Brightness(Quantity.COUNT_RATE, "ct/s", rate, error, null, null, null, null);
    }
    return limit != null && isCounted()
        ? new Brightness(Quantity.COUNT_RATE, "ct/s", null, null, null, null, limit, sigma)
        : magnitude(limit, sigma);
  }

  /** A limit without a unit at X-rays is one of counts: magnitudes have no place there. */
  private boolean isCounted() {
    String regime = must(PhotometryColumn.REGIME);
    return regime.equals(Regime.XRAY.code()) || regime.equals(Regime.GAMMA.code());
  }

  private Brightness magnitude(@Nullable Double limit, @Nullable Double sigma) {
    return new Brightness(
        Quantity.MAGNITUDE,
        "mag",
        number(PhotometryColumn.MAGNITUDE),
        number(PhotometryColumn.MAG_ERR),
        number(PhotometryColumn.MAG_ERR_LO),
        number(PhotometryColumn.MAG_ERR_HI),
        limit,
        sigma);
  }

  private Origin origin() {
    return new Origin(
        text(PhotometryColumn.BIBCODE),
        text(PhotometryColumn.DOI),
        text(PhotometryColumn.DATA_URL),
        text(PhotometryColumn.ORIG_CATALOG),
        text(PhotometryColumn.ORIG_TABLE_REF),
        text(PhotometryColumn.TELESCOPE),
        text(PhotometryColumn.INSTRUMENT),
        text(PhotometryColumn.OBSERVER));
  }

  private BandResolution band() {
    return new BandResolution(
        must(PhotometryColumn.BAND_ID),
        text(PhotometryColumn.BAND_NAME),
        Regime.of(must(PhotometryColumn.REGIME)),
        text(PhotometryColumn.SVO_FILTER_ID),
        must(PhotometryColumn.SPECTRAL_COORD_UNIT),
        number(PhotometryColumn.BANDPASS_WIDTH),
        ResolutionType.valueOf(upper(PhotometryColumn.BAND_RESOLUTION_TYPE)),
        ResolutionConfidence.valueOf(upper(PhotometryColumn.BAND_RESOLUTION_CONFIDENCE)));
  }

  private Upload upload() {
    return new Upload(
        IngestFileId.parse(must(PhotometryColumn.INGEST_FILE_ID)),
        text(PhotometryColumn.SOURCE_FORMAT),
        DataRights.of(must(PhotometryColumn.DATA_RIGHTS)),
        DataOrigin.valueOf(upper(PhotometryColumn.DATA_ORIGIN)),
        text(PhotometryColumn.DONOR_ATTRIBUTION),
        cells.apply(PhotometryColumn.SIDECAR_CONTRIBUTED) == Boolean.TRUE);
  }

  private @Nullable String orNull(PhotometryColumn column) {
    return (String) cells.apply(column);
  }

  private String text(PhotometryColumn column) {
    String text = orNull(column);
    return text == null ? "" : text;
  }

  private String must(PhotometryColumn column) {
    return requireNonNull(orNull(column), column.columnName() + " is null");
  }

  private String upper(PhotometryColumn column) {
    return must(column).toUpperCase(Locale.ROOT);
  }

  private @Nullable Double number(PhotometryColumn column) {
    return (Double) cells.apply(column);
  }

  private double plain(PhotometryColumn column) {
    Double number = number(column);
    return requireNonNull(number, column.columnName() + " is null");
  }

  private int integer(PhotometryColumn column) {
    Integer number = (Integer) cells.apply(column);
    return number == null ? 0 : number;
  }
}
