package org.novacat.spectral.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.novacat.spectral.SpectralStore;
import org.novacat.zarr.ZarrArray;

/**
 * Wavelengths of one dataset have one unit: the attribute names one, and no column of metadata that
 * is called as one for units of wavelength says another.
 */
final class UnitCheck {
  private static final Set<String> COLUMNS =
      Set.of(
          "wavelength_unit",
          "wavelength_units",
          "wave_unit",
          "wave_units",
          "wavelengthunit",
          "lambda_unit",
          "spectral_unit",
          "spectral_axis_unit");

  /** Spellings of one unit (the IVOA's VOUnits, FITS 4.0 section 4.3, and astropy). */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("angstroms", "angstrom"),
          Map.entry("ang", "angstrom"),
          Map.entry("aa", "angstrom"),
          Map.entry("a", "angstrom"),
          Map.entry("\u00e5", "angstrom"),
          Map.entry("\u212b", "angstrom"),
          Map.entry("nanometer", "nm"),
          Map.entry("nanometers", "nm"),
          Map.entry("micron", "um"),
          Map.entry("microns", "um"),
          Map.entry("micrometer", "um"),
          Map.entry("\u00b5m", "um"),
          Map.entry("\u03bcm", "um"));

  private UnitCheck() {}

  static void run(Store store, List<ZarrArray> readable, Findings findings) {
    String unit =
        store
            .array(SpectralStore.SIGNAL_WAVELENGTH)
            .map(array -> array.spec().attributes().get(SpectralStore.UNITS))
            .map(String::valueOf)
            .orElse(null);
    if (unit == null || unit.isBlank()) {
      findings.notApplicable(SpectralCheck.WAVELENGTH_UNIT, "no unit is told");
      return;
    }
    if (unit.matches("(?i).*([,;|]| and | or |mixed|various).*") || unit.startsWith("[")) {
      findings.fault(
          SpectralCheck.WAVELENGTH_UNIT, "the unit is '%s', which is several".formatted(unit));
    }
    readable.stream()
        .filter(array -> array.path().startsWith(SpectralStore.METADATA + "/"))
        .filter(array -> COLUMNS.contains(SpectralStore.name(array.path())))
        .filter(array -> array.spec().dtype().isText() && array.spec().shape().size() == 1)
        .forEach(array -> column(array, plain(unit), findings));
  }

  private static void column(ZarrArray array, String unit, Findings findings) {
    ColumnCursor cursor = new ColumnCursor(array);
    for (long row = 0; row < array.spec().shape().get(0); row++) {
      Object value = cursor.at(row);
      if (value instanceof String text && !text.isBlank() && !plain(text).equals(unit)) {
        findings.row(
            SpectralCheck.WAVELENGTH_UNIT,
            row,
            "'%s' is '%s', and the wavelengths are in '%s'".formatted(array.path(), text, unit));
      }
    }
  }

  private static String plain(String unit) {
    String lower = unit.strip().toLowerCase(Locale.ROOT);
    return SAME.getOrDefault(lower, lower);
  }
}
