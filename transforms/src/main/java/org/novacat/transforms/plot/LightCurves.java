package org.novacat.transforms.plot;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Band;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.SpectralCoordinate;
import org.novacat.transforms.photometry.band.BandRegistry;
import org.novacat.transforms.photometry.band.Grouping;

/** The points of a table, by unit and by group of bands, gathered row by row. */
public final class LightCurves {
  /** Speed of light, and Planck's constant times it (CODATA 2018). */
  private static final double ANGSTROM_GHZ = 2.997_924_58e9;

  private static final double ANGSTROM_KEV = 12.398_42;

  private final BandRegistry registry;
  private final Grouping grouping;
  private final Map<String, Group> groups = new TreeMap<>();
  private final Map<String, Panel> byUnit = new TreeMap<>();
  private int size;
  private double earliest = Double.POSITIVE_INFINITY;
  private double latest = Double.NEGATIVE_INFINITY;

  /**
   * None yet.
   *
   * @param registry says which bands are drawn as one
   * @param grouping whether bands of one group are one light curve
   */
  public LightCurves(BandRegistry registry, Grouping grouping) {
    this.registry = registry;
    this.grouping = grouping;
  }

  /**
   * All points of one unit.
   *
   * @param magnitudes whether small numbers are bright
   */
  record Panel(String unit, boolean magnitudes, Map<Group, Points> curves) {
    int size() {
      return curves.values().stream().mapToInt(Points::size).sum();
    }
  }

  /**
   * Bands that are drawn as one.
   *
   * @param id of the group
   * @param label as shown
   * @param place wavelength, Angstrom, for an order from blue to red; infinite when not known
   */
  record Group(String id, String label, double place) {
    static final Comparator<Group> FROM_BLUE =
        Comparator.comparingDouble(Group::place).thenComparing(Group::id);
  }

  /** Adds a row; the first of a group of bands names it. */
  public void add(PhotometryRow row) {
    String id = registry.group(row.band().bandId(), grouping);
    Group group = groups.computeIfAbsent(id, key -> group(key, row));
    boolean rough = registry.find(row.band().bandId()).map(Band::doubtful).orElse(false);
    add(row, group, rough);
  }

  private Group group(String id, PhotometryRow row) {
    String name = registry.find(id).map(Band::name).orElse(row.band().bandName());
    boolean swift = id.startsWith("Swift_UVOT_") && name.length() == 1;
    return new Group(id, swift ? name + " (UVOT)" : name, wavelength(row.measurement().spectral()));
  }

  private static double wavelength(@Nullable SpectralCoordinate spectral) {
    if (spectral == null) {
      return Double.POSITIVE_INFINITY;
    }
    return switch (spectral.unit()) {
      case "GHz" -> ANGSTROM_GHZ / spectral.value();
      case "keV" -> ANGSTROM_KEV / spectral.value();
      case "MeV" -> ANGSTROM_KEV / spectral.value() / 1e3;
      case "GeV" -> ANGSTROM_KEV / spectral.value() / 1e6;
      default -> spectral.value();
    };
  }

  private void add(PhotometryRow row, Group group, boolean rough) {
    Brightness brightness = row.measurement().brightness();
    double mjd = row.measurement().epoch().mjd();
    boolean magnitudes = brightness.quantity() == Quantity.MAGNITUDE;
    byUnit
        .computeIfAbsent(
            brightness.unit(), unit -> new Panel(unit, magnitudes, new LinkedHashMap<>()))
        .curves()
        .computeIfAbsent(group, key -> new Points())
        .add(mjd, brightness, rough);
    size++;
    earliest = Math.min(earliest, mjd);
    latest = Math.max(latest, mjd);
  }

  /** The panels to draw: magnitudes first, then those with most points. */
  List<Panel> panels(int most) {
    return byUnit.values().stream()
        .sorted(
            Comparator.comparing((Panel panel) -> !panel.magnitudes())
                .thenComparing(Panel::size, Comparator.reverseOrder())
                .thenComparing(Panel::unit))
        .limit(most)
        .toList();
  }

  /** All groups, from blue to red. */
  List<Group> groups() {
    return groups.values().stream().sorted(Group.FROM_BLUE).toList();
  }

  int size() {
    return size;
  }

  double earliest() {
    return earliest;
  }

  double latest() {
    return latest;
  }
}
