package org.novacat.jobs.zarr;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.zarr.row.ProductFacts;
import org.novacat.jobs.zarr.row.Variant;
import org.novacat.layouts.spectrum.SpectrumSummary;
import org.novacat.spectral.SpectralStore;

/** The columns of a store that have a value a spectrum. */
final class Columns {
  /**
   * Observations carry no Gaia identifiers yet; other readers of the contract ask for the columns.
   */
  private static final List<String> EMPTY = List.of("gaia_dr", "gaia_id");

  /** 1970-01-01 as a Modified Julian Date. */
  private static final double UNIX_EPOCH = 40587;

  private static final DateTimeFormatter TO_MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

  private Columns() {}

  /**
   * A column; exactly one of the two is there.
   *
   * @param whole whether its numbers are whole ones
   */
  record Column(
      String path,
      @Nullable Function<StoreRow, @Nullable String> text,
      @Nullable ToDoubleFunction<StoreRow> number,
      boolean whole) {
    /** Its name in the index. */
    String name() {
      return SpectralStore.name(path);
    }

    boolean isText() {
      return text != null;
    }

    /** "" where there is none. */
    String textOf(StoreRow row) {
      String value = text == null ? null : text.apply(row);
      return Objects.requireNonNullElse(value, "").replace('\0', ' ').stripTrailing();
    }

    /** NaN where there is none. */
    double numberOf(StoreRow row) {
      return number == null ? Double.NaN : number.applyAsDouble(row);
    }

    /** Bytes of its value in UTF-8. */
    int bytes(StoreRow row) {
      return textOf(row).getBytes(StandardCharsets.UTF_8).length;
    }
  }

  /** All of a store, by their paths; {@code continuum/method} is not one of them. */
  static List<Column> of(SortedSet<String> header, Variant variant) {
    List<Column> columns = new ArrayList<>();
    fixed(columns);
    ofNumbers(columns, variant);
    fromDocument(columns);
    EMPTY.forEach(name -> text(columns, name, row -> ""));
    for (String name : new TreeSet<>(header)) {
      text(columns, name, row -> row.found().header().get(name));
    }
    columns.sort((one, other) -> one.path().compareTo(other.path()));
    return List.copyOf(columns);
  }

  private static void fixed(List<Column> columns) {
    text(columns, "spec_id", StoreRow::specId);
    text(columns, "data_product_id", row -> row.spectrum().id().toString());
    product(columns, "nova_id", ProductFacts::novaId);
    product(columns, "nova", ProductFacts::nova);
    product(columns, "provider", ProductFacts::provider);
    product(columns, "profile", ProductFacts::profile);
    product(columns, "access", facts -> facts.access().isEmpty() ? "PUBLIC" : facts.access());
    product(columns, "licence", ProductFacts::licence);
    product(columns, "bibcode", ProductFacts::bibcode);
    product(columns, "source_type", facts -> facts.origin().sourceType().code());
    product(columns, "flux_type", facts -> facts.origin().fluxType().code());
    product(columns, "simulator", facts -> facts.origin().simulator());
    product(columns, "instrument", facts -> facts.summary().instrument());
    product(columns, "telescope", facts -> facts.summary().telescope());
    product(columns, "source_flux_unit", facts -> facts.summary().fluxUnit());
    product(columns, "flux_calibration", facts -> facts.summary().calibration().name());
    product(columns, "date_obs", facts -> date(facts.summary()));
    text(columns, "raw_sha256", row -> row.spectrum().raw().sha256().hex());
    number(columns, "metadata/mjd", facts -> orNan(facts.summary().observationMjd()));
    number(columns, "metadata/exptime", facts -> orNan(facts.summary().exposureSeconds()));
    number(columns, "metadata/snr", facts -> orNan(facts.summary().snr()));
    number(columns, "params/teff", facts -> facts.origin().teff());
    number(columns, "params/logg", facts -> facts.origin().logg());
    number(columns, "params/feh", facts -> facts.origin().feh());
    counted(columns, "order", row -> row.facts().order());
    counted(columns, "n_samples", row -> row.facts().samples());
    counted(columns, "bad_samples", row -> row.facts().bad());
  }

  /** Unit and medium of the numbers of the store, and of those of the file. */
  private static void ofNumbers(List<Column> columns, Variant variant) {
    text(columns, "source_medium", row -> row.found().facts().get("medium"));
    text(columns, "source_medium_from", row -> row.found().facts().get("medium_source"));
    text(columns, "medium", row -> variant.vacuum() ? "VACUUM" : row.found().facts().get("medium"));
    product(
        columns,
        "flux_unit",
        facts -> variant.calibrated() ? Variant.CALIBRATED_UNIT : facts.summary().fluxUnit());
  }

  private static void fromDocument(List<Column> columns) {
    for (String name : List.of("object", "observer", "time_scale", "source_file")) {
      text(columns, name, row -> row.found().facts().get(name));
    }
    for (String name : List.of("ra_deg", "dec_deg")) {
      columns.add(
          new Column(
              path(name),
              null,
              row -> Double.parseDouble(row.found().facts().getOrDefault(name, "NaN")),
              false));
    }
  }

  /** Where a column of this name lies. */
  static String path(String name) {
    return SpectralStore.METADATA + "/" + name;
  }

  private static void text(
      List<Column> columns, String name, Function<StoreRow, @Nullable String> value) {
    columns.add(new Column(path(name), value, null, false));
  }

  private static void product(
      List<Column> columns, String name, Function<ProductFacts, String> value) {
    text(columns, name, row -> value.apply(row.spectrum().facts()));
  }

  private static void number(
      List<Column> columns, String path, ToDoubleFunction<ProductFacts> value) {
    columns.add(new Column(path, null, row -> value.applyAsDouble(row.spectrum().facts()), false));
  }

  private static void counted(List<Column> columns, String name, ToDoubleFunction<StoreRow> value) {
    columns.add(new Column(path(name), null, value, true));
  }

  private static double orNan(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }

  /** In the time scale of the file, which {@code metadata/time_scale} names. */
  private static String date(SpectrumSummary summary) {
    Double mjd = summary.observationMjd();
    if (mjd == null) {
      return "";
    }
    long millis = Math.round((mjd - UNIX_EPOCH) * 86_400_000);
    LocalDateTime time = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC).plus(millis, MILLIS);
    Double precision = summary.observationPrecisionDays();
    return precision != null && precision >= 1
        ? time.toLocalDate().toString()
        : TO_MILLIS.format(time);
  }
}
