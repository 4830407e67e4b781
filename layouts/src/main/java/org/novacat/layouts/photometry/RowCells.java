package org.novacat.layouts.photometry;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.spectrum.TimeScale;

/**
 * Rows from the cells of a table: the way back of {@link PhotometryColumn#cell}. A table of an
 * older version may lack columns; what they hold is then null, "" or false. What a row shares with
 * the row before, it shares as one object. Used by one thread.
 */
public final class RowCells {
  /** What {@link PhotometryColumn#FLUX_DENSITY_UNIT} of a part holds for rates of counts. */
  public static final String COUNTS = "ct/s";

  private final Function<PhotometryColumn, @Nullable Object> cells;
  private final Shared<RowNova> nova =
      new Shared<>(
          this::nova,
          PhotometryColumn.NOVA_ID,
          PhotometryColumn.PRIMARY_NAME,
          PhotometryColumn.RA_DEG,
          PhotometryColumn.DEC_DEG);
  private final Shared<Origin> origin =
      new Shared<>(
          this::origin,
          PhotometryColumn.BIBCODE,
          PhotometryColumn.DOI,
          PhotometryColumn.DATA_URL,
          PhotometryColumn.ORIG_CATALOG,
          PhotometryColumn.ORIG_TABLE_REF,
          PhotometryColumn.TELESCOPE,
          PhotometryColumn.INSTRUMENT,
          PhotometryColumn.OBSERVER);
  private final Shared<BandResolution> band =
      new Shared<>(
          this::band,
          PhotometryColumn.BAND_ID,
          PhotometryColumn.BAND_NAME,
          PhotometryColumn.REGIME,
          PhotometryColumn.SVO_FILTER_ID,
          PhotometryColumn.SPECTRAL_COORD_UNIT,
          PhotometryColumn.BANDPASS_WIDTH,
          PhotometryColumn.BAND_RESOLUTION_TYPE,
          PhotometryColumn.BAND_RESOLUTION_CONFIDENCE);
  private final Shared<Trust> trust =
      new Shared<>(
          this::trust,
          PhotometryColumn.TIME_SCALE_CONFIDENCE,
          PhotometryColumn.MAG_SYSTEM_CONFIDENCE,
          PhotometryColumn.UNIT_CONFIDENCE,
          PhotometryColumn.BAND_CONFIDENCE,
          PhotometryColumn.LIMIT_CONFIDENCE,
          PhotometryColumn.NOVA_CONFIDENCE);
  private final Shared<Upload> upload =
      new Shared<>(
          this::upload,
          PhotometryColumn.INGEST_FILE_ID,
          PhotometryColumn.SOURCE_FORMAT,
          PhotometryColumn.DATA_RIGHTS,
          PhotometryColumn.DATA_ORIGIN,
          PhotometryColumn.DONOR_ATTRIBUTION,
          PhotometryColumn.SIDECAR_CONTRIBUTED);

  /**
   * Rows of a table.
   *
   * @param cells for each column of the row at hand a String, Double, Boolean or Integer, or null
   */
  public RowCells(Function<PhotometryColumn, @Nullable Object> cells) {
    this.cells = cells;
  }

  /** What a row is made of that mostly is that of the row before: told by the same cells. */
  private final class Shared<T> {
    private final Supplier<T> make;
    private final PhotometryColumn[] columns;
    private final @Nullable Object[] before;
    private @Nullable T value;

    Shared(Supplier<T> make, PhotometryColumn... columns) {
      this.make = make;
      this.columns = columns;
      this.before = new Object[columns.length];
    }

    T get() {
      T known = value;
      boolean same = known != null;
      for (int i = 0; i < columns.length; i++) {
        Object cell = cells.apply(columns[i]);
        same &= cell == before[i];
        before[i] = cell;
      }
      if (known != null && same) {
        return known;
      }
      value = make.get();
      return value;
    }
  }

  /**
   * The row at hand.
   *
   * @throws IllegalArgumentException when a cell holds what no row can hold
   */
  public PhotometryRow row() {
    String group = orNull(PhotometryColumn.DUP_GROUP);
    return new PhotometryRow(
        UUID.fromString(must(PhotometryColumn.ROW_ID)),
        nova.get(),
        measurement(),
        band.get(),
        number(PhotometryColumn.TIME_MJD_BARY_TDB),
        upload.get(),
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
        origin.get(),
        trust.get());
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
    boolean silent = fluxUnit == null && limit != null && isCounted();
    if (rate != null || silent || COUNTS.equals(fluxUnit)) {
      Double error = number(PhotometryColumn.COUNT_RATE_ERR);
      return new Brightness(Quantity.COUNT_RATE, COUNTS, rate, error, null, null, limit, sigma);
    }
    if (fluxUnit == null) {
      return magnitude(limit, sigma);
    }
    Double flux = number(PhotometryColumn.FLUX_DENSITY);
    Double error = number(PhotometryColumn.FLUX_DENSITY_ERR);
    return new Brightness(Quantity.FLUX_DENSITY, fluxUnit, flux, error, null, null, limit, sigma);
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

  private Trust trust() {
    return new Trust(
        confidence(PhotometryColumn.TIME_SCALE_CONFIDENCE),
        confidence(PhotometryColumn.MAG_SYSTEM_CONFIDENCE),
        confidence(PhotometryColumn.UNIT_CONFIDENCE),
        confidence(PhotometryColumn.BAND_CONFIDENCE),
        confidence(PhotometryColumn.LIMIT_CONFIDENCE),
        confidence(PhotometryColumn.NOVA_CONFIDENCE));
  }

  private @Nullable Confidence confidence(PhotometryColumn column) {
    String code = orNull(column);
    return code == null ? null : Confidence.valueOf(code.toUpperCase(Locale.ROOT));
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
