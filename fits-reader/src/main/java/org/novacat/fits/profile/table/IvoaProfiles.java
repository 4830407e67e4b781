package org.novacat.fits.profile.table;

import static java.util.Objects.requireNonNull;
import static org.novacat.fits.profile.Match.Rank.CONVENTION;
import static org.novacat.fits.profile.Match.Rank.PROVIDER;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.Calibrations;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.FoundTable;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.OrderParts;
import org.novacat.fits.profile.Orders;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.SpectrumColumns;
import org.novacat.fits.profile.TableSpectra;
import org.novacat.fits.profile.Traced;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * Spectra by the IVOA Spectrum data model, whose columns are known by their TUTYP. Prefixes differ
 * ({@code spec:}, {@code eso:}, {@code Spectrum.}), so the tail is compared, whatever the case.
 * Columns of a continuum have the same tails and are none of the spectrum. Of several fluxes the
 * one whose TUCD says {@code meta.main} is taken.
 */
public final class IvoaProfiles {
  /**
   * One-dimensional spectra of the ESO archive (Phase 3, "ESO Science Data Products Standard"): one
   * row of vectors in a table.
   */
  public static final Profile ESO_SDP = new Profile("eso-sdp@2", IvoaProfiles::eso);

  /**
   * A row for each sample (version 1.1 of the model): a table with VOCLASS = SPECTRUM, as virtual
   * observatory services and {@code novacat spectrum export} write them. A column of TUTYP {@code
   * ...SpectralAxis.Order} parts the rows into orders.
   */
  public static final Profile SPECTRUM = new Profile("ivoa-spectrum@2", IvoaProfiles::spectrum);

  private static final String AXIS = "data.spectralaxis.value";
  private static final String ORDER = "data.spectralaxis.order";
  private static final String FLUX = "data.fluxaxis.value";
  private static final String ERROR = "data.fluxaxis.accuracy.staterror";
  private static final String QUALITY = "data.fluxaxis.quality";
  private static final String ESO_QUALITY = "data.fluxaxis.accuracy.qualitystatus";

  private IvoaProfiles() {}

  private static Match eso(Input input) {
    List<FoundTable> tables =
        input.tables().stream()
            .filter(one -> one.table().rows() == 1 && withTail(one.table(), AXIS, "") != null)
            .toList();
    if (tables.isEmpty()) {
      return Match.no("no one-row table with a column of TUTYP ...SpectralAxis.Value");
    }
    FoundTable found = tables.get(0);
    String category = input.header().text("PRODCATG");
    String voClass = Cards.of(input, found.hdu()).text("VOCLASS");
    boolean product = category.startsWith("SCIENCE.SPECTRUM");
    if (!product && !voClass.toUpperCase(Locale.ROOT).startsWith("SPECTRUM")) {
      return Match.no("neither PRODCATG nor VOCLASS says spectrum");
    }
    return Match.yes(
        product ? PROVIDER : CONVENTION,
        product ? "an ESO science data product" : "an IVOA Spectrum",
        Map.of("PRODCATG", category, "VOCLASS", voClass, "columns", found.names()),
        () -> readEso(input, tables));
  }

  private static Reading readEso(Input input, List<FoundTable> tables) {
    Orders orders = new Orders(input);
    for (FoundTable found : tables) {
      orders.add(eso(input, found, tables.size() > 1 ? found.hdu().index() : 0));
    }
    return reading(input, tables, orders);
  }

  /** With a note on several tables, each an order, and on what is left. */
  private static Reading reading(Input input, List<FoundTable> tables, Orders orders) {
    List<String> notes = new ArrayList<>();
    if (tables.size() > 1) {
      notes.add("Each table is an order of its own: " + TableSpectra.names(tables) + ".");
    }
    tables.forEach(found -> notes.addAll(mediumNotes(input, found)));
    return Reading.of(input, tables.get(0).hdu(), orders.all(), notes.toArray(String[]::new));
  }

  private static Traced eso(Input input, FoundTable found, int order) {
    Table table = found.table();
    Column axis = requireNonNull(withTail(table, AXIS, ""));
    Column flux = flux(found);
    Column status = withTail(table, ESO_QUALITY, prefix(flux));
    Column quality = status != null ? status : withTail(table, QUALITY, prefix(flux));
    Mediums medium = medium(Cards.of(input, found.hdu()), axis);
    Spectra spectrum = columns(found, order, axis, medium, flux, esoCalibration(input, flux));
    if (quality != null) {
      spectrum.mask(found.bits(quality, 0), -1, "column " + quality.name());
    }
    return spectrum.build();
  }

  /** CONTNORM and FLUXCAL of the primary header (ESO-044286), else the unit decides. */
  private static FluxCalibration esoCalibration(Input input, Column flux) {
    return input.header().isTrue("CONTNORM")
        ? FluxCalibration.NORMALIZED
        : switch (input.header().text("FLUXCAL").strip()) {
          case "ABSOLUTE" -> FluxCalibration.ABSOLUTE;
          case "RELATIVE" -> FluxCalibration.RELATIVE;
          case "UNCALIBRATED" -> FluxCalibration.UNCALIBRATED;
          default -> Calibrations.ofUnit(flux.unit());
        };
  }

  private static Match spectrum(Input input) {
    List<FoundTable> tables =
        input.tables().stream()
            .filter(one -> isRowForEachSample(one.table()) && saysSpectrum(input, one))
            .toList();
    if (tables.isEmpty()) {
      return Match.no(
          "no table of VOCLASS SPECTRUM with scalar columns of TUTYP ...SpectralAxis.Value and"
              + " ...FluxAxis.Value");
    }
    FoundTable found = tables.get(0);
    return Match.yes(
        CONVENTION,
        "an IVOA Spectrum with a row for each sample",
        Map.of("VOCLASS", Cards.of(input, found.hdu()).text("VOCLASS"), "columns", found.names()),
        () -> readSpectrum(input, tables));
  }

  private static boolean saysSpectrum(Input input, FoundTable found) {
    return Cards.of(input, found.hdu())
        .text("VOCLASS")
        .toUpperCase(Locale.ROOT)
        .startsWith("SPECTRUM");
  }

  private static Reading readSpectrum(Input input, List<FoundTable> tables) {
    Orders orders = new Orders(input);
    for (FoundTable found : tables) {
      int alone = tables.size() > 1 ? found.hdu().index() : 0;
      Traced whole = whole(found, Cards.of(input, found.hdu()), alone);
      Column order = withTail(found.table(), ORDER, "");
      if (order == null) {
        orders.add(whole);
      } else {
        OrderParts.of(whole, found, order).forEach(orders::add);
      }
    }
    return reading(input, tables, orders);
  }

  private static boolean isRowForEachSample(Table table) {
    return table.rows() > 1
        && isScalar(withTail(table, AXIS, ""))
        && isScalar(withTail(table, FLUX, ""));
  }

  private static boolean isScalar(@Nullable Column column) {
    return column != null && column.isScalar();
  }

  private static Traced whole(FoundTable found, Cards cards, int order) {
    Table table = found.table();
    Column axis = requireNonNull(withTail(table, AXIS, ""));
    Column flux = flux(found);
    Column quality = withTail(table, QUALITY, prefix(flux));
    Mediums medium = medium(cards, axis);
    Spectra spectrum = columns(found, order, axis, medium, flux, calibration(cards, flux));
    if (quality != null) {
      spectrum.mask(found.bits(quality), -1, "column " + quality.name());
    }
    return spectrum.build();
  }

  /** FLUX_CAL (Char.FluxAxis.Calibration); CALIBRATED says nothing that the unit does not. */
  private static FluxCalibration calibration(Cards cards, Column flux) {
    return switch (cards.text("FLUX_CAL").toUpperCase(Locale.ROOT)) {
      case "ABSOLUTE" -> FluxCalibration.ABSOLUTE;
      case "RELATIVE" -> FluxCalibration.RELATIVE;
      case "NORMALIZED" -> FluxCalibration.NORMALIZED;
      case "UNCALIBRATED" -> FluxCalibration.UNCALIBRATED;
      default -> Calibrations.ofUnit(flux.unit());
    };
  }

  /** Axis, flux and the error of its prefix. */
  private static Spectra columns(
      FoundTable found,
      int order,
      Column axis,
      Mediums medium,
      Column flux,
      FluxCalibration calibration) {
    return Spectra.in(found.hdu(), order)
        .axis(found.samples(axis), medium, "column " + axis.name())
        .flux(found.samples(flux), calibration)
        .uncertainty(Uncertainty.Kind.SIGMA, found, withTail(found.table(), ERROR, prefix(flux)));
  }

  /** The first column whose TUTYP is this prefix and this tail; any prefix when it is "". */
  private static @Nullable Column withTail(Table table, String tail, String prefix) {
    for (Column column : table.columns()) {
      String utype = utype(column);
      boolean right = prefix.isEmpty() ? hasTail(column, tail) : utype.equals(prefix + tail);
      if (right && !utype.startsWith("continuum")) {
        return column;
      }
    }
    return null;
  }

  /**
   * The flux; of several the one whose TUCD says {@code meta.main}, else the one that is no
   * addition of ESO to the model, else the one called FLUX.
   */
  private static Column flux(FoundTable found) {
    List<Column> left =
        found.table().columns().stream().filter(column -> hasTail(column, FLUX)).toList();
    if (left.isEmpty()) {
      throw RefusedException.missing(
          "column " + FLUX, "Cannot read spectrum: no column has a TUTYP ending in FluxAxis.Value");
    }
    left = preferred(left, column -> column.ucd().contains("meta.main"));
    left = preferred(left, column -> !utype(column).startsWith("eso:"));
    left = preferred(left, column -> column.upperName().equals("FLUX"));
    return SpectrumColumns.one(found.hdu().index(), "flux", "phot.flux.density", left);
  }

  /** Those of which it holds, or all when it holds of none. */
  private static List<Column> preferred(List<Column> columns, Predicate<Column> wanted) {
    List<Column> left = columns.stream().filter(wanted).toList();
    return left.isEmpty() ? columns : left;
  }

  /** What the TUTYP of a flux has before its tail, in small letters. */
  private static String prefix(Column flux) {
    String utype = utype(flux);
    return utype.substring(0, utype.length() - FLUX.length());
  }

  /** What the cards and the UCD say together. */
  private static Mediums medium(Cards cards, Column axis) {
    return Mediums.stated(cards).and(ofUcd(axis));
  }

  private static List<String> mediumNotes(Input input, FoundTable found) {
    Column axis = requireNonNull(withTail(found.table(), AXIS, ""));
    return medium(Cards.of(input, found.hdu()), axis).notes();
  }

  /**
   * {@code em.wl;obs.atmos} means air. {@code em.wl} alone should mean vacuum, but providers leave
   * the qualifier out for air too, so it counts as not stated.
   */
  private static Mediums ofUcd(Column axis) {
    return axis.ucd().toLowerCase(Locale.ROOT).contains("obs.atmos")
        ? new Mediums(Medium.AIR, MediumSource.HEADER, "TUCD " + axis.ucd())
        : Mediums.UNKNOWN;
  }

  private static boolean hasTail(Column column, String tail) {
    String utype = utype(column);
    return utype.endsWith(tail) && !utype.startsWith("continuum");
  }

  private static String utype(Column column) {
    return column.utype().strip().toLowerCase(Locale.ROOT);
  }
}
