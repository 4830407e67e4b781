package org.novacat.jobs.register;

import java.util.Locale;

/** Spectra as text, for tests. */
final class TextSpectra {
  static final String SIDECAR =
      """
      {"wavelength_unit": "Angstrom", "flux_unit": "erg/s/cm2/Angstrom", "date": "1991-06-01T04:00:00",
       "telescope": "CTIO 1 m"}
      """;

  private TextSpectra() {}

  /** Two columns without a header: wavelengths from 3100 Angstrom on, and a flux with one line. */
  static String plain(int seed) {
    StringBuilder rows = new StringBuilder();
    for (int n = 0; n < 200; n++) {
      double flux = 1e-15 * (1 + seed + Math.exp(-Math.pow((n - 100) / 5.0, 2)) + 0.01 * n);
      rows.append(String.format(Locale.ROOT, "%.2f %.6e%n", 3100 + 3.0 * n, flux));
    }
    return rows.toString();
  }
}
