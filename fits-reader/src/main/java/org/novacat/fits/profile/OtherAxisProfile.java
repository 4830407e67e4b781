package org.novacat.fits.profile;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.RefusedException;

/**
 * Spectra over velocity, frequency, energy or wavenumber, mostly from radio telescopes: images by
 * CTYPE1, tables by a column of that name without one of wavelengths. Turning such an axis into
 * wavelengths needs a rest frame that is the observer's to choose, so they are kept apart.
 */
final class OtherAxisProfile implements Profile {
  @Override
  public String id() {
    return "other-spectral-axis@1";
  }

  @Override
  public Match match(Input input) {
    for (Hdu hdu : input.hdus()) {
      String sign = Images.isImage(hdu) ? imageSign(hdu) : tableSign(hdu);
      if (!sign.isEmpty()) {
        return Match.yes(
            Match.Rank.STRUCTURE, "the spectral axis is no wavelength", Map.of("axis", sign));
      }
    }
    return Match.no("no axis of velocity, frequency, energy or wavenumber");
  }

  private static String imageSign(Hdu hdu) {
    return switch (AxisKind.of(hdu.header())) {
      case VELOCITY, FREQUENCY, ENERGY, WAVENUMBER -> "CTYPE1 = " + hdu.header().text("CTYPE1");
      default -> "";
    };
  }

  private static String tableSign(Hdu hdu) {
    if (!hdu.isTable() || !hdu.hasData()) {
      return "";
    }
    Table table = Table.of(hdu);
    if (SpectrumColumns.hasWavelength(table)) {
      return "";
    }
    Column axis = otherAxis(table);
    return axis == null ? "" : "column " + axis.name();
  }

  private static @Nullable Column otherAxis(Table table) {
    for (Column column : table.columns()) {
      if (!column.isVector() && table.rows() < 2) {
        continue;
      }
      switch (column.name().strip().toUpperCase(Locale.ROOT)) {
        case "FREQ", "FREQUENCY", "VELO", "VELOCITY", "VHELIO", "VLSR", "ENERGY", "WAVENUMBER" -> {
          return column;
        }
        default -> {}
      }
    }
    return null;
  }

  @Override
  public Reading read(Input input) {
    throw RefusedException.notASpectrum(
        "OTHER_SPECTRAL_AXIS",
        "Cannot read spectra: the axis is no wavelength but %s"
            .formatted(match(input).inputs().get("axis")));
  }
}
