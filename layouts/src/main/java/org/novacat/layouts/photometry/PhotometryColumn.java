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
      text("meta.id;meta.main"),
      row -> row.id().toString(),
      "Made from what was measured: the same measurement has the same id in every file"),
  NOVA_ID(
      text("meta.id;src"), row -> row.nova().id().toString(), "The nova; the only key to join by"),
  PRIMARY_NAME(text("meta.id"), row -> row.nova().primaryName(), "Display name of the nova"),
  RA_DEG(
      real("deg", "pos.eq.ra;meta.main"),
      row -> row.nova().raDeg(),
      "Right ascension of the nova, ICRS"),
  DEC_DEG(
      real("deg", "pos.eq.dec;meta.main"),
      row -> row.nova().decDeg(),
      "Declination of the nova, ICRS"),
  TIME_MJD(
      real("d", "time.epoch;meta.main"),
      row -> epoch(row).mjd(),
      "Modified Julian Date in time_scale and at time_ref, as the source reports it"),
  TIME_SCALE(text("time.scale"), row -> epoch(row).scale().name(), "UTC, TT, TDB or UNKNOWN"),
  TIME_REF(
      text("meta.code"),
      row -> epoch(row).reference().name(),
      "Place of arrival: GEO, HELIO, BARY or UNKNOWN"),
  TIME_MJD_BARY_TDB(
      real("d", "time.epoch").optional(),
      PhotometryRow::baryTdbMjd,
      "Modified Julian Date of arrival at the barycentre, TDB; null before 1972 and where scale or place is unknown"),
  TIME_BARY_CORR(
      flag("meta.code"),
      row -> epoch(row).reference() == TimeReference.BARY,
      "Whether the source time is already barycentric"),
  TIME_ORIG(
      text("meta.record").optional(),
      row -> orNull(epoch(row).original()),
      "The epoch as the source writes it"),
  TIME_ORIG_SYS(
      text("meta.code").optional(),
      row -> epoch(row).system().name(),
      "How the source counts its epochs"),
  TIME_START_MJD(
      real("d", "time.start").optional(),
      row -> epoch(row).startMjd(),
      "Begin of the interval, as time_mjd"),
  TIME_END_MJD(
      real("d", "time.end").optional(),
      row -> epoch(row).endMjd(),
      "End of the interval, as time_mjd"),
  BAND_ID(text("meta.id;instr.filter"), row -> row.band().bandId(), "Key of the band registry"),
  BAND_NAME(text("meta.id;instr.filter"), row -> row.band().bandName(), "Public label of the band"),
  BAND_SOURCE_TEXT(
      text("meta.record;instr.filter"),
      row -> row.measurement().band(),
      "The filter as the source writes it"),
  REGIME(
      text("meta.code;em"),
      row -> row.band().regime().code(),
      "gamma, xray, uv, optical, nir, mir or radio"),
  SVO_FILTER_ID(
      text("meta.id;instr.filter").optional(),
      row -> orNull(row.band().svoFilterId()),
      "Id of the SVO filter profile service"),
  SPECTRAL_COORD_TYPE(
      text("meta.code"),
      row -> SpectralKind.ofUnit(spectralUnit(row)).code(),
      "wavelength, frequency or energy"),
  SPECTRAL_COORD_VALUE(
      real("", "em").optional(),
      PhotometryColumn::spectralValue,
      "Wavelength, frequency or energy of the source, else of the band, in spectral_coord_unit"),
  SPECTRAL_COORD_UNIT(
      text("meta.unit"), PhotometryColumn::spectralUnit, "Angstrom, GHz, keV, MeV or GeV"),
  BANDPASS_WIDTH(
      real("", "instr.bandwidth").optional(),
      row -> row.band().width(),
      "Width of the band in the unit of the registry"),
  MAG_SYSTEM(
      text("meta.code;phot.mag").optional(),
      row -> row.measurement().magSystem(),
      "Vega, AB, ST or INSTRUMENTAL; null for fluxes and where nothing says"),
  MAGNITUDE(
      real("mag", "phot.mag").optional(),
      of(Quantity.MAGNITUDE, Brightness::value),
      "Magnitude of a detection"),
  MAG_ERR(
      real("mag", "stat.error;phot.mag").optional(),
      of(Quantity.MAGNITUDE, Brightness::error),
      "One standard deviation of magnitude"),
  MAG_ERR_LO(
      real("mag", "stat.error;phot.mag;stat.min").optional(),
      of(Quantity.MAGNITUDE, Brightness::errorLow),
      "Error towards smaller magnitudes, where the two differ"),
  MAG_ERR_HI(
      real("mag", "stat.error;phot.mag;stat.max").optional(),
      of(Quantity.MAGNITUDE, Brightness::errorHigh),
      "Error towards larger magnitudes, where the two differ"),
  FLUX_DENSITY(
      real("", "phot.flux.density").optional(),
      of(Quantity.FLUX_DENSITY, Brightness::value),
      "Flux or flux density of a detection in flux_density_unit; negative values of forced measurements are real"),
  FLUX_DENSITY_ERR(
      real("", "stat.error;phot.flux.density").optional(),
      of(Quantity.FLUX_DENSITY, Brightness::error),
      "One standard deviation of flux_density"),
  FLUX_DENSITY_UNIT(
      text("meta.unit;phot.flux.density").optional(),
      of(Quantity.FLUX_DENSITY, Brightness::unit),
      "Unit of flux_density, and of limiting_value where that is a flux"),
  COUNT_RATE(
      real("ct/s", "phot.count;arith.rate").optional(),
      of(Quantity.COUNT_RATE, Brightness::value),
      "Counts a second of a detection"),
  COUNT_RATE_ERR(
      real("ct/s", "stat.error;phot.count;arith.rate").optional(),
      of(Quantity.COUNT_RATE, Brightness::error),
      "One standard deviation of count_rate"),
  IS_UPPER_LIMIT(
      flag("meta.code"),
      row -> row.measurement().brightness().isLimit(),
      "Whether the object was not seen"),
  LIMITING_VALUE(
      real("", "stat.max").optional(),
      row -> row.measurement().brightness().limit(),
      "Limit of brightness in the unit of what was measured; for magnitudes the object is fainter"),
  LIMITING_SIGMA(
      real("", "stat.value").optional(),
      row -> row.measurement().brightness().limitSigma(),
      "How many standard deviations the limit means; null when the source is silent"),
  QUALITY_FLAG(
      whole("meta.code.qual"),
      row -> row.measurement().qualityFlag(),
      "0 good, 1 uncertain, 2 poor, 3 bad"),
  QUALITY_BITS(
      whole("meta.code.qual"),
      row -> row.measurement().qualityBits(),
      "1 uncertain, 2 large error, 4 saturated, 8 blended, 16 clouds, 32 soft duplicate, 64 low band confidence, 128 epoch reinterpreted, 256 unvalidated, 512 source quality"),
  NOTES(
      text("meta.note").optional(),
      row -> orNull(row.measurement().notes()),
      "What else the source says"),
  BIBCODE(text("meta.bib.bibcode").optional(), row -> orNull(origin(row).bibcode()), "Publication"),
  DOI(text("meta.ref.doi").optional(), row -> orNull(origin(row).doi()), "Publication or data set"),
  DATA_URL(
      text("meta.ref.url").optional(),
      row -> orNull(origin(row).dataUrl()),
      "Where the data were published"),
  ORIG_CATALOG(text("meta.dataset").optional(), row -> orNull(origin(row).catalog()), "Catalogue"),
  ORIG_TABLE_REF(
      text("meta.table").optional(),
      row -> orNull(origin(row).tableRef()),
      "Table of the catalogue"),
  TELESCOPE(text("instr.tel").optional(), row -> orNull(origin(row).telescope()), "Telescope"),
  INSTRUMENT(text("instr").optional(), row -> orNull(origin(row).instrument()), "Instrument"),
  OBSERVER(
      text("obs.observer").optional(),
      row -> orNull(origin(row).observer()),
      "Observer, or the code of one"),
  DATA_RIGHTS(
      text("meta.code"),
      row -> row.upload().rights().code(),
      "public, CC-BY, CC-BY-SA, proprietary or OTHER"),
  DATA_ORIGIN(
      text("meta.code"),
      row -> row.upload().origin().code(),
      "literature, operator_upload or donor_submission"),
  DONOR_ATTRIBUTION(
      text("meta.note").optional(),
      row -> orNull(row.upload().donorAttribution()),
      "How to thank the donor"),
  BAND_RESOLUTION_TYPE(
      text("meta.code"),
      row -> row.band().type().code(),
      "canonical, synonym, generic_fallback or sidecar_assertion"),
  BAND_RESOLUTION_CONFIDENCE(
      text("meta.code.qual"), row -> row.band().confidence().code(), "high, medium or low"),
  SIDECAR_CONTRIBUTED(
      flag("meta.code"),
      row -> row.upload().sidecarContributed(),
      "Whether a sidecar said something that the file does not"),
  INGEST_FILE_ID(text("meta.id;meta.file"), row -> row.upload().id().toString(), "The upload"),
  SOURCE_ROW(
      whole("meta.number"),
      row -> row.measurement().sourceRow(),
      "Line or row in the original file, from 1"),
  SOURCE_FORMAT(
      text("meta.code"), row -> row.upload().sourceFormat(), "Format of the original file"),
  DUP_GROUP(
      text("meta.id").optional(),
      row -> id(row.dupGroup()),
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

  /** What the values of a column are. */
  private record Kind(Type type, boolean nullable, String unit, String ucd) {
    Kind optional() {
      return new Kind(type, true, unit, ucd);
    }
  }

  private final String columnName;

  @SuppressWarnings("ImmutableEnumChecker") // a record of values
  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
  private final Function<PhotometryRow, @Nullable Object> cell;

  private final String description;

  PhotometryColumn(Kind kind, Function<PhotometryRow, @Nullable Object> cell, String description) {
    this.columnName = name().toLowerCase(Locale.ROOT);
    this.kind = kind;
    this.cell = cell;
    this.description = description;
  }

  private static Kind text(String ucd) {
    return new Kind(Type.TEXT, false, "", ucd);
  }

  private static Kind real(String unit, String ucd) {
    return new Kind(Type.DOUBLE, false, unit, ucd);
  }

  private static Kind flag(String ucd) {
    return new Kind(Type.BOOLEAN, false, "", ucd);
  }

  private static Kind whole(String ucd) {
    return new Kind(Type.INT, false, "", ucd);
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
    return kind.type;
  }

  /** Whether a row may have no value. */
  public boolean nullable() {
    return kind.nullable;
  }

  /** The unit in VOUnits spelling; "" when there is none, or when another column names it. */
  public String unit() {
    return kind.unit;
  }

  /** The UCD. */
  public String ucd() {
    return kind.ucd;
  }

  /** One sentence for people. */
  public String description() {
    return description;
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
