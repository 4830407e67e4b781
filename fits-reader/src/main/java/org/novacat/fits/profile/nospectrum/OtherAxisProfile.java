package org.novacat.fits.profile.nospectrum;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.AxisKind;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.SpectrumColumns;
import org.novacat.fits.profile.Tables;

/**
 * Spectra over velocity, frequency, energy or wavenumber, mostly from radio telescopes: images by
 * CTYPE1, tables by a column of that name without one of wavelengths. Turning such an axis into
 * wavelengths needs a rest frame that is the observer's to choose, so they are kept apart.
 */
public final class OtherAxisProfile implements Profile {
  @Override
  public String id() {
    return "other-spectral-axis@1";
  }

  @Override
  public Match match(Input input) {
    String sign = sign(input);
    if (!sign.isEmpty()) {
      return Match.yes(
          Match.Rank.STRUCTURE, "the spectral axis is no wavelength", Map.of("axis", sign));
    }
    return Match.no("no axis of velocity, frequency, energy or wavenumber");
  }

  private static String sign(Input input) {
    for (Hdu hdu : input.hdus()) {
      Tables.Found found = Tables.of(input, hdu);
      String sign =
          found != null ? tableSign(found.table()) : Images.isImage(hdu) ? imageSign(hdu) : "";
      if (!sign.isEmpty()) {
        return sign;
      }
    }
    return "";
  }

  private static String imageSign(Hdu hdu) {
    return switch (AxisKind.of(hdu.header())) {
      case VELOCITY, FREQUENCY, ENERGY, WAVENUMBER -> "CTYPE1 = " + hdu.header().text("CTYPE1");
      default -> "";
    };
  }

  private static String tableSign(Table table) {
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
        "Cannot read spectra: the axis is no wavelength but %s".formatted(sign(input)));
  }
}
