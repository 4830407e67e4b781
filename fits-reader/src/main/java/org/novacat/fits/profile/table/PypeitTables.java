package org.novacat.fits.profile.table;

import static java.util.Objects.requireNonNull;
import static org.novacat.fits.profile.Match.Rank.CONVENTION;
import static org.novacat.fits.profile.Match.Rank.PROVIDER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.profile.FoundTable;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Masks;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Orders;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Samples;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.TableSpectra;
import org.novacat.fits.profile.Traced;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * PypeIt: wavelengths are Angstrom in vacuum, and a mask of 1 is good (its data models SpecObj and
 * OneSpec). Where a column has no TUNIT, flux is in 1e-17 erg/s/cm2/Angstrom.
 */
public final class PypeitTables {
  /**
   * The extracted spectra of an exposure, "spec1d": a table for each object and order, a row a
   * pixel, columns that begin with OPT for the optimal and BOX for the boxcar extraction. Of each
   * table the optimal one is read, calibrated where it was; an order number is ECH_ORDER where each
   * table has its own, else the HDU.
   */
  public static final Profile SPEC1D = new Profile("pypeit-spec1d@1", PypeitTables::spec1d);

  /**
   * A coadded spectrum, "OneSpec": wave, wave_grid_mid, flux, ivar, sigma, mask. The axis is the
   * centres of the bins where they are there: wave is the mean of the pixels that went into a bin,
   * and 0 where none did.
   */
  public static final Profile ONE_SPEC = new Profile("pypeit-onespec@1", PypeitTables::oneSpec);

  private static final String FLAM = "1E-17 erg/s/cm2/Angstrom";
  private static final List<String> FLUXES =
      List.of("OPT_FLAM", "OPT_COUNTS", "BOX_FLAM", "BOX_COUNTS");
  private static final List<String> WITNESSES = List.of("PYP_SPEC", "VERSPYP", "PYPELINE");
  private static final Mediums VACUUM = Mediums.vacuumOf("PypeIt");

  private PypeitTables() {}

  private static Match spec1d(Input input) {
    List<FoundTable> tables =
        input.tables().stream().filter(found -> extraction(found.table()) != null).toList();
    if (tables.isEmpty()) {
      return Match.no("no table with OPT_WAVE or BOX_WAVE and its FLAM or COUNTS");
    }
    boolean named = saysPypeit(input, tables.get(0), "SpecObj");
    return Match.yes(
        named ? PROVIDER : CONVENTION,
        "the columns of a PypeIt spec1d",
        Map.of("HDU", TableSpectra.names(tables), "columns", tables.get(0).names()),
        () -> readSpec1d(input, tables));
  }

  private static boolean saysPypeit(Input input, FoundTable found, String model) {
    boolean witness =
        Stream.of(input.header(), found.hdu().header())
            .anyMatch(header -> WITNESSES.stream().anyMatch(header::has));
    return witness || found.hdu().header().text("DMODCLS").strip().equals(model);
  }

  /** The column of the flux that is read; null when the table is none of PypeIt. */
  private static @Nullable Column extraction(Table table) {
    return FLUXES.stream()
        .filter(name -> table.find(name) != null && table.find(wave(name)) != null)
        .findFirst()
        .map(table::find)
        .orElse(null);
  }

  /** OPT_WAVE for OPT_FLAM, and the like. */
  private static String wave(String flux) {
    return flux.substring(0, 4) + "WAVE";
  }

  private static Reading readSpec1d(Input input, List<FoundTable> tables) {
    List<Integer> numbers = numbers(tables);
    Orders orders = new Orders(input);
    for (int i = 0; i < tables.size(); i++) {
      orders.add(object(tables.get(i), numbers.get(i)));
    }
    List<String> notes = new ArrayList<>();
    if (tables.size() > 1) {
      notes.add(
          "Each object or order is an order of its own: %s.".formatted(TableSpectra.names(tables)));
    }
    return Reading.of(input, tables.get(0).hdu(), orders.all(), notes.toArray(String[]::new));
  }

  private static List<Integer> numbers(List<FoundTable> tables) {
    if (tables.size() == 1) {
      return List.of(0);
    }
    List<Integer> echelle =
        tables.stream().map(found -> (int) found.hdu().header().integer("ECH_ORDER", -1)).toList();
    Set<Integer> distinct = echelle.stream().collect(Collectors.toSet());
    return distinct.size() == tables.size() && !distinct.contains(-1)
        ? echelle
        : tables.stream().map(found -> found.hdu().index()).toList();
  }

  private static Traced object(FoundTable found, int order) {
    Table table = found.table();
    Column flux = requireNonNull(extraction(table));
    String name = flux.upperName();
    boolean calibrated = name.endsWith("FLAM");
    Spectra spectrum =
        Spectra.in(found.hdu(), order)
            .axis(angstrom(found, wave(name)), VACUUM, "column " + wave(name))
            .flux(orElse(found.samples(flux, 0), calibrated ? FLAM : "count"));
    addSpread(spectrum, found, table.find(name + "_SIG"), table.find(name + "_IVAR"));
    return addMask(spectrum, found, table.find(name.substring(0, 4) + "MASK")).build();
  }

  private static Samples angstrom(FoundTable found, String column) {
    return orElse(found.samples(found.column(column), 0), "Angstrom");
  }

  private static Samples orElse(Samples samples, String unit) {
    return samples.unit().isBlank() ? samples.in(unit) : samples;
  }

  private static void addSpread(
      Spectra spectrum, FoundTable found, @Nullable Column sigma, @Nullable Column ivar) {
    if (sigma != null) {
      spectrum.uncertainty(Uncertainty.Kind.SIGMA, found.samples(sigma, 0));
    } else if (ivar != null) {
      spectrum.uncertainty(Uncertainty.Kind.IVAR, found.samples(ivar, 0));
    }
  }

  private static Spectra addMask(Spectra spectrum, FoundTable found, @Nullable Column mask) {
    return mask == null
        ? spectrum
        : spectrum.mask(
            Masks.inverted(found.flags(mask, 0)),
            1,
            "column %s, of which 0 is bad".formatted(mask.name().strip()));
  }

  private static Match oneSpec(Input input) {
    FoundTable found =
        input.first(one -> one.hasAll("wave", "flux", "ivar") && saysPypeit(input, one, "OneSpec"));
    return found == null
        ? Match.no("no table with wave, flux and ivar in a file of PypeIt")
        : Match.yes(
            PROVIDER,
            "a coadded spectrum of PypeIt",
            Map.of("columns", found.names(), "DMODCLS", found.hdu().header().text("DMODCLS")),
            () -> readOneSpec(input, found));
  }

  private static Reading readOneSpec(Input input, FoundTable found) {
    boolean counts = found.hdu().header().text("FLUXED").equals("F");
    String axis = found.hasAll("wave_grid_mid") ? "wave_grid_mid" : "wave";
    Spectra spectrum =
        Spectra.in(found.hdu(), 0)
            .axis(angstrom(found, axis), VACUUM, "column " + axis)
            .flux(orElse(found.samples(found.column("flux"), 0), counts ? "count/s" : FLAM));
    addSpread(spectrum, found, found.table().find("sigma"), found.table().find("ivar"));
    List<Traced> spectra = List.of(addMask(spectrum, found, found.table().find("mask")).build());
    return Reading.of(input, found.hdu(), spectra);
  }
}
