package org.novacat.layouts.photometry;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.text.Tsv;

/**
 * The columns of {@code photometry_table.parquet} in their order (photometry specification, section
 * 2). What is said of them is a resource, {@code photometry-columns.tsv}.
 */
public enum PhotometryColumn {
  ROW_ID(row -> row.id().toString()),
  NOVA_ID(row -> row.nova().id().toString()),
  PRIMARY_NAME(row -> row.nova().primaryName()),
  RA_DEG(row -> row.nova().raDeg()),
  DEC_DEG(row -> row.nova().decDeg()),
  TIME_MJD(row -> epoch(row).mjd()),
  TIME_SCALE(row -> epoch(row).scale().name()),
  TIME_REF(row -> epoch(row).reference().name()),
  TIME_MJD_BARY_TDB(PhotometryRow::baryTdbMjd),
  TIME_BARY_CORR(row -> epoch(row).reference() == TimeReference.BARY),
  TIME_ORIG(row -> orNull(epoch(row).original())),
  TIME_ORIG_SYS(row -> epoch(row).system().name()),
  TIME_START_MJD(row -> epoch(row).startMjd()),
  TIME_END_MJD(row -> epoch(row).endMjd()),
  BAND_ID(row -> row.band().bandId()),
  BAND_NAME(row -> row.band().bandName()),
  BAND_SOURCE_TEXT(row -> row.measurement().band()),
  REGIME(row -> row.band().regime().code()),
  SVO_FILTER_ID(row -> orNull(row.band().svoFilterId())),
  SPECTRAL_COORD_TYPE(row -> SpectralKind.ofUnit(spectralUnit(row)).code()),
  SPECTRAL_COORD_VALUE(PhotometryColumn::spectralValue),
  SPECTRAL_COORD_UNIT(PhotometryColumn::spectralUnit),
  BANDPASS_WIDTH(row -> row.band().width()),
  MAG_SYSTEM(row -> row.measurement().magSystem()),
  MAGNITUDE(of(Quantity.MAGNITUDE, Brightness::value)),
  MAG_ERR(of(Quantity.MAGNITUDE, Brightness::error)),
  MAG_ERR_LO(of(Quantity.MAGNITUDE, Brightness::errorLow)),
  MAG_ERR_HI(of(Quantity.MAGNITUDE, Brightness::errorHigh)),
  FLUX_DENSITY(of(Quantity.FLUX_DENSITY, Brightness::value)),
  FLUX_DENSITY_ERR(of(Quantity.FLUX_DENSITY, Brightness::error)),
  FLUX_DENSITY_UNIT(of(Quantity.FLUX_DENSITY, Brightness::unit)),
  COUNT_RATE(of(Quantity.COUNT_RATE, Brightness::value)),
  COUNT_RATE_ERR(of(Quantity.COUNT_RATE, Brightness::error)),
  IS_UPPER_LIMIT(row -> row.measurement().brightness().isLimit()),
  LIMITING_VALUE(row -> row.measurement().brightness().limit()),
  LIMITING_SIGMA(row -> row.measurement().brightness().limitSigma()),
  QUALITY_FLAG(row -> row.measurement().qualityFlag()),
  QUALITY_BITS(row -> row.measurement().qualityBits()),
  NOTES(row -> orNull(row.measurement().notes())),
  BIBCODE(row -> orNull(origin(row).bibcode())),
  DOI(row -> orNull(origin(row).doi())),
  DATA_URL(row -> orNull(origin(row).dataUrl())),
  ORIG_CATALOG(row -> orNull(origin(row).catalog())),
  ORIG_TABLE_REF(row -> orNull(origin(row).tableRef())),
  TELESCOPE(row -> orNull(origin(row).telescope())),
  INSTRUMENT(row -> orNull(origin(row).instrument())),
  OBSERVER(row -> orNull(origin(row).observer())),
  DATA_RIGHTS(row -> row.upload().rights().code()),
  DATA_ORIGIN(row -> row.upload().origin().code()),
  DONOR_ATTRIBUTION(row -> orNull(row.upload().donorAttribution())),
  BAND_RESOLUTION_TYPE(row -> row.band().type().code()),
  BAND_RESOLUTION_CONFIDENCE(row -> row.band().confidence().code()),
  SIDECAR_CONTRIBUTED(row -> row.upload().sidecarContributed()),
  INGEST_FILE_ID(row -> row.upload().id().toString()),
  SOURCE_ROW(row -> row.measurement().sourceRow()),
  SOURCE_FORMAT(row -> row.upload().sourceFormat()),
  DUP_GROUP(row -> id(row.dupGroup())),
  TIME_SCALE_CONFIDENCE(of(Trust::time)),
  MAG_SYSTEM_CONFIDENCE(of(Trust::system)),
  UNIT_CONFIDENCE(of(Trust::unit)),
  BAND_CONFIDENCE(of(Trust::band)),
  LIMIT_CONFIDENCE(of(Trust::limit)),
  NOVA_CONFIDENCE(of(Trust::nova));

  /** Version of this set of columns, semantic. */
  public static final String SCHEMA_VERSION = "1.1.0";

  /** What a column holds. */
  public enum Type {
    TEXT,
    DOUBLE,
    BOOLEAN,
    INT
  }

  @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
  private final Function<PhotometryRow, @Nullable Object> cell;

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts
  private final Tsv.Row said;

  private final String columnName;
  private final Type type;
  private final boolean nullable;

  PhotometryColumn(Function<PhotometryRow, @Nullable Object> cell) {
    this.cell = cell;
    this.columnName = name().toLowerCase(Locale.ROOT);
    this.said = Said.OF_COLUMNS.row(columnName);
    this.type = Type.valueOf(said.cell("type"));
    this.nullable = Boolean.parseBoolean(said.cell("nullable"));
  }

  /** Read before the constants are made. */
  private static final class Said {
    static final Tsv OF_COLUMNS = Tsv.resource(PhotometryColumn.class, "photometry-columns.tsv");
  }

  /** Name in the file. */
  public String columnName() {
    return columnName;
  }

  /** Position in the schema, from 0. */
  @SuppressWarnings("EnumOrdinal") // the order of declaration is the order in the file
  public int position() {
    return ordinal();
  }

  /** What the column holds. */
  public Type type() {
    return type;
  }

  /** Whether a row may have no value. */
  public boolean nullable() {
    return nullable;
  }

  /** The unit in VOUnits spelling; "" when there is none, or when another column names it. */
  public String unit() {
    return said.cell("unit");
  }

  /** The UCD. */
  public String ucd() {
    return said.cell("ucd");
  }

  /** One sentence for people. */
  public String description() {
    return said.cell("description");
  }

  /** The value of a row: a String, Double, Boolean or Integer by {@link #type()}; null for none. */
  public @Nullable Object cell(PhotometryRow row) {
    return cell.apply(row);
  }

  private static Epoch epoch(PhotometryRow row) {
    return row.measurement().epoch();
  }

  private static Origin origin(PhotometryRow row) {
    return row.measurement().origin();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String id(@Nullable Object id) {
    return id == null ? null : Objects.toString(id);
  }

  /** How sure a row is of something. */
  private static Function<PhotometryRow, @Nullable Object> of(
      Function<Trust, @Nullable Confidence> what) {
    return row -> {
      Confidence confidence = what.apply(row.measurement().trust());
      return confidence == null ? null : confidence.code();
    };
  }

  /** A fact of the brightness; null when it is one of another quantity. */
  private static Function<PhotometryRow, @Nullable Object> of(
      Quantity quantity, Function<Brightness, @Nullable Object> fact) {
    return row -> {
      Brightness brightness = row.measurement().brightness();
      return brightness.quantity() == quantity ? fact.apply(brightness) : null;
    };
  }

  private static @Nullable Double spectralValue(PhotometryRow row) {
    SpectralCoordinate spectral = row.measurement().spectral();
    return spectral == null ? null : (Double) spectral.value();
  }

  private static String spectralUnit(PhotometryRow row) {
    SpectralCoordinate spectral = row.measurement().spectral();
    return spectral == null ? row.band().spectralUnit() : spectral.unit();
  }
}
