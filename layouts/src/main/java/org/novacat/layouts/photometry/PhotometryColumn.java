package org.novacat.layouts.photometry;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of {@code photometry_table.parquet} in their order (photometry specification, section
 * 2). UCDs are of the UCD1+ list, units in VOUnits spelling.
 */
public enum PhotometryColumn {
  ROW_ID(
      Type.TEXT,
      false,
      "",
      "meta.id;meta.main",
      row -> row.id().toString(),
      "Made from what was measured: the same measurement has the same id in every file"),
  NOVA_ID(
      Type.TEXT,
      false,
      "",
      "meta.id;src",
      row -> row.nova().id().toString(),
      "The nova; the only key to join by"),
  PRIMARY_NAME(
      Type.TEXT, false, "", "meta.id", row -> row.nova().primaryName(), "Display name of the nova"),
  RA_DEG(
      Type.DOUBLE,
      false,
      "deg",
      "pos.eq.ra;meta.main",
      row -> row.nova().raDeg(),
      "Right ascension of the nova, ICRS"),
  DEC_DEG(
      Type.DOUBLE,
      false,
      "deg",
      "pos.eq.dec;meta.main",
      row -> row.nova().decDeg(),
      "Declination of the nova, ICRS"),
  TIME_MJD(
      Type.DOUBLE,
      false,
      "d",
      "time.epoch;meta.main",
      row -> row.measurement().epoch().mjd(),
      "Modified Julian Date in time_scale and at time_ref, as the source reports it"),
  TIME_SCALE(
      Type.TEXT,
      false,
      "",
      "time.scale",
      row -> row.measurement().epoch().scale().name(),
      "UTC, TT, TDB or UNKNOWN"),
  TIME_REF(
      Type.TEXT,
      false,
      "",
      "meta.code",
      row -> row.measurement().epoch().reference().name(),
      "Place of arrival: GEO, HELIO, BARY or UNKNOWN"),
  TIME_MJD_BARY_TDB(
      Type.DOUBLE,
      true,
      "d",
      "time.epoch",
      row -> row.baryTdbMjd(),
      "Modified Julian Date of arrival at the barycentre, TDB; null before 1972 and where scale or place is unknown"),
  TIME_BARY_CORR(
      Type.BOOLEAN,
      false,
      "",
      "meta.code",
      row -> row.measurement().epoch().reference() == TimeReference.BARY,
      "Whether the source time is already barycentric"),
  TIME_ORIG(
      Type.TEXT,
      true,
      "",
      "meta.record",
      row -> orNull(row.measurement().epoch().original()),
      "The epoch as the source writes it"),
  TIME_ORIG_SYS(
      Type.TEXT,
      true,
      "",
      "meta.code",
      row -> row.measurement().epoch().system().name(),
      "How the source counts its epochs"),
  TIME_START_MJD(
      Type.DOUBLE,
      true,
      "d",
      "time.start",
      row -> row.measurement().epoch().startMjd(),
      "Begin of the interval, as time_mjd"),
  TIME_END_MJD(
      Type.DOUBLE,
      true,
      "d",
      "time.end",
      row -> row.measurement().epoch().endMjd(),
      "End of the interval, as time_mjd"),
  BAND_ID(
      Type.TEXT,
      false,
      "",
      "meta.id;instr.filter",
      row -> row.band().bandId(),
      "Key of the band registry"),
  BAND_NAME(
      Type.TEXT,
      false,
      "",
      "meta.id;instr.filter",
      row -> row.band().bandName(),
      "Public label of the band"),
  BAND_SOURCE_TEXT(
      Type.TEXT,
      false,
      "",
      "meta.record;instr.filter",
      row -> row.measurement().band(),
      "The filter as the source writes it"),
  REGIME(
      Type.TEXT,
      false,
      "",
      "meta.code;em",
      row -> row.band().regime().code(),
      "gamma, xray, uv, optical, nir, mir or radio"),
  SVO_FILTER_ID(
      Type.TEXT,
      true,
      "",
      "meta.id;instr.filter",
      row -> orNull(row.band().svoFilterId()),
      "Id of the SVO filter profile service"),
  SPECTRAL_COORD_TYPE(
      Type.TEXT,
      false,
      "",
      "meta.code",
      row -> SpectralKind.ofUnit(spectralUnit(row)).code(),
      "wavelength, frequency or energy"),
  SPECTRAL_COORD_VALUE(
      Type.DOUBLE,
      true,
      "",
      "em",
      row -> spectralValue(row),
      "Wavelength, frequency or energy of the source, else of the band, in spectral_coord_unit"),
  SPECTRAL_COORD_UNIT(
      Type.TEXT,
      false,
      "",
      "meta.unit",
      row -> spectralUnit(row),
      "Angstrom, GHz, keV, MeV or GeV"),
  BANDPASS_WIDTH(
      Type.DOUBLE,
      true,
      "",
      "instr.bandwidth",
      row -> row.band().width(),
      "Width of the band in the unit of the registry"),
  MAG_SYSTEM(
      Type.TEXT,
      true,
      "",
      "meta.code;phot.mag",
      row -> row.measurement().magSystem(),
      "Vega, AB, ST or INSTRUMENTAL; null for fluxes and where nothing says"),
  MAGNITUDE(
      Type.DOUBLE,
      true,
      "mag",
      "phot.mag",
      row -> value(row, Quantity.MAGNITUDE),
      "Magnitude of a detection"),
  MAG_ERR(
      Type.DOUBLE,
      true,
      "mag",
      "stat.error;phot.mag",
      row -> error(row, Quantity.MAGNITUDE),
      "One standard deviation of magnitude"),
  MAG_ERR_LO(
      Type.DOUBLE,
      true,
      "mag",
      "stat.error;phot.mag;stat.min",
      row -> low(row),
      "Error towards smaller magnitudes, where the two differ"),
  MAG_ERR_HI(
      Type.DOUBLE,
      true,
      "mag",
      "stat.error;phot.mag;stat.max",
      row -> high(row),
      "Error towards larger magnitudes, where the two differ"),
  FLUX_DENSITY(
      Type.DOUBLE,
      true,
      "",
      "phot.flux.density",
      row -> value(row, Quantity.FLUX_DENSITY),
      "Flux or flux density of a detection in flux_density_unit; negative values of forced measurements are real"),
  FLUX_DENSITY_ERR(
      Type.DOUBLE,
      true,
      "",
      "stat.error;phot.flux.density",
      row -> error(row, Quantity.FLUX_DENSITY),
      "One standard deviation of flux_density"),
  FLUX_DENSITY_UNIT(
      Type.TEXT,
      true,
      "",
      "meta.unit;phot.flux.density",
      row -> fluxUnit(row),
      "Unit of flux_density, and of limiting_value where that is a flux"),
  COUNT_RATE(
      Type.DOUBLE,
      true,
      "ct/s",
      "phot.count;arith.rate",
      row -> value(row, Quantity.COUNT_RATE),
      "Counts a second of a detection"),
  COUNT_RATE_ERR(
      Type.DOUBLE,
      true,
      "ct/s",
      "stat.error;phot.count;arith.rate",
      row -> error(row, Quantity.COUNT_RATE),
      "One standard deviation of count_rate"),
  IS_UPPER_LIMIT(
      Type.BOOLEAN,
      false,
      "",
      "meta.code",
      row -> row.measurement().brightness().isLimit(),
      "Whether the object was not seen"),
  LIMITING_VALUE(
      Type.DOUBLE,
      true,
      "",
      "stat.max",
      row -> row.measurement().brightness().limit(),
      "Limit of brightness in the unit of what was measured; for magnitudes the object is fainter"),
  LIMITING_SIGMA(
      Type.DOUBLE,
      true,
      "",
      "stat.value",
      row -> row.measurement().brightness().limitSigma(),
      "How many standard deviations the limit means; null when the source is silent"),
  QUALITY_FLAG(
      Type.INT,
      false,
      "",
      "meta.code.qual",
      row -> row.measurement().qualityFlag(),
      "0 good, 1 uncertain, 2 poor, 3 bad"),
  QUALITY_BITS(
      Type.INT,
      false,
      "",
      "meta.code.qual",
      row -> row.measurement().qualityBits(),
      "1 uncertain, 2 large error, 4 saturated, 8 blended, 16 clouds, 32 soft duplicate, 64 low band confidence, 128 epoch reinterpreted, 256 unvalidated, 512 source quality"),
  NOTES(
      Type.TEXT,
      true,
      "",
      "meta.note",
      row -> orNull(row.measurement().notes()),
      "What else the source says"),
  BIBCODE(
      Type.TEXT,
      true,
      "",
      "meta.bib.bibcode",
      row -> orNull(row.measurement().origin().bibcode()),
      "Publication"),
  DOI(
      Type.TEXT,
      true,
      "",
      "meta.ref.doi",
      row -> orNull(row.measurement().origin().doi()),
      "Publication or data set"),
  DATA_URL(
      Type.TEXT,
      true,
      "",
      "meta.ref.url",
      row -> orNull(row.measurement().origin().dataUrl()),
      "Where the data were published"),
  ORIG_CATALOG(
      Type.TEXT,
      true,
      "",
      "meta.dataset",
      row -> orNull(row.measurement().origin().catalog()),
      "Catalogue"),
  ORIG_TABLE_REF(
      Type.TEXT,
      true,
      "",
      "meta.table",
      row -> orNull(row.measurement().origin().tableRef()),
      "Table of the catalogue"),
  TELESCOPE(
      Type.TEXT,
      true,
      "",
      "instr.tel",
      row -> orNull(row.measurement().origin().telescope()),
      "Telescope"),
  INSTRUMENT(
      Type.TEXT,
      true,
      "",
      "instr",
      row -> orNull(row.measurement().origin().instrument()),
      "Instrument"),
  OBSERVER(
      Type.TEXT,
      true,
      "",
      "obs.observer",
      row -> orNull(row.measurement().origin().observer()),
      "Observer, or the code of one"),
  DATA_RIGHTS(
      Type.TEXT,
      false,
      "",
      "meta.code",
      row -> row.upload().rights().code(),
      "public, CC-BY, CC-BY-SA, proprietary or OTHER"),
  DATA_ORIGIN(
      Type.TEXT,
      false,
      "",
      "meta.code",
      row -> row.upload().origin().code(),
      "literature, operator_upload or donor_submission"),
  DONOR_ATTRIBUTION(
      Type.TEXT,
      true,
      "",
      "meta.note",
      row -> orNull(row.upload().donorAttribution()),
      "How to thank the donor"),
  BAND_RESOLUTION_TYPE(
      Type.TEXT,
      false,
      "",
      "meta.code",
      row -> row.band().type().code(),
      "canonical, synonym, generic_fallback or sidecar_assertion"),
  BAND_RESOLUTION_CONFIDENCE(
      Type.TEXT,
      false,
      "",
      "meta.code.qual",
      row -> row.band().confidence().code(),
      "high, medium or low"),
  SIDECAR_CONTRIBUTED(
      Type.BOOLEAN,
      false,
      "",
      "meta.code",
      row -> row.upload().sidecarContributed(),
      "Whether a sidecar said something that the file does not"),
  INGEST_FILE_ID(
      Type.TEXT, false, "", "meta.id;meta.file", row -> row.upload().id().toString(), "The upload"),
  SOURCE_ROW(
      Type.INT,
      false,
      "",
      "meta.number",
      row -> row.measurement().sourceRow(),
      "Line or row in the original file, from 1"),
  SOURCE_FORMAT(
      Type.TEXT,
      false,
      "",
      "meta.code",
      row -> row.upload().sourceFormat(),
      "Format of the original file"),
  DUP_GROUP(
      Type.TEXT,
      true,
      "",
      "meta.id",
      row -> text(row.dupGroup()),
      "Shared by rows that may be one measurement published twice");

  /** Version of this set of columns, semantic. */
  public static final String SCHEMA_VERSION = "1.0.0";

  /** What a column holds. */
  public enum Type {
    TEXT,
    DOUBLE,
    BOOLEAN,
    INT
  }

  private final String columnName;
  private final Type type;
  private final boolean nullable;
  private final String unit;
  private final String ucd;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
  private final Function<PhotometryRow, @Nullable Object> cell;

  private final String description;

  PhotometryColumn(
      Type type,
      boolean nullable,
      String unit,
      String ucd,
      Function<PhotometryRow, @Nullable Object> cell,
      String description) {
    this.columnName = name().toLowerCase(Locale.ROOT);
    this.type = type;
    this.nullable = nullable;
    this.unit = unit;
    this.ucd = ucd;
    this.cell = cell;
    this.description = description;
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
    return unit;
  }

  /** The UCD. */
  public String ucd() {
    return ucd;
  }

  /** One sentence for people. */
  public String description() {
    return description;
  }

  /** The value of a row: a String, Double, Boolean or Integer by {@link #type()}; null for none. */
  public @Nullable Object cell(PhotometryRow row) {
    return cell.apply(row);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String text(@Nullable Object id) {
    return id == null ? null : Objects.toString(id);
  }

  private static @Nullable Double value(PhotometryRow row, Quantity quantity) {
    Brightness brightness = row.measurement().brightness();
    return brightness.quantity() == quantity ? brightness.value() : null;
  }

  private static @Nullable Double error(PhotometryRow row, Quantity quantity) {
    Brightness brightness = row.measurement().brightness();
    return brightness.quantity() == quantity ? brightness.error() : null;
  }

  private static @Nullable Double low(PhotometryRow row) {
    Brightness brightness = row.measurement().brightness();
    return brightness.quantity() == Quantity.MAGNITUDE ? brightness.errorLow() : null;
  }

  private static @Nullable Double high(PhotometryRow row) {
    Brightness brightness = row.measurement().brightness();
    return brightness.quantity() == Quantity.MAGNITUDE ? brightness.errorHigh() : null;
  }

  private static @Nullable String fluxUnit(PhotometryRow row) {
    Brightness brightness = row.measurement().brightness();
    return brightness.quantity() == Quantity.FLUX_DENSITY ? brightness.unit() : null;
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
