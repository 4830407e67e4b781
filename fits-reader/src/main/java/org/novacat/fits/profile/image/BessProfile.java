package org.novacat.fits.profile.image;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.profile.Calibrations;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Observations;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.layouts.spectrum.Flux;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.SourceSpectrum;

/**
 * The format of the BeSS database and of the amateur programs that write for it (ISIS, specINTI,
 * BASS Project, Demetra, VSpec): a one-dimensional primary image, linear, CTYPE1 = Wavelength,
 * cards that begin with BSS_. Flux is relative, or divided by the continuum where BSS_NORM says so.
 */
public final class BessProfile implements Profile {
  @Override
  public String id() {
    return "bess@1";
  }

  @Override
  public Match match(Input input) {
    Hdu hdu = input.file().primary();
    if (!Images.isOneDimensional(hdu)) {
      return Match.no("the primary HDU is no one-dimensional image");
    }
    String sign = sign(hdu.header());
    if (sign.isEmpty()) {
      return Match.no("no BSS_ card");
    }
    return Match.yes(
        Match.Rank.CONVENTION,
        "BSS_ cards of the BeSS format",
        Map.of(
            "sign", sign,
            "CTYPE1", hdu.header().text("CTYPE1"),
            "VERSION", Cards.of(hdu.header()).text("SWCREATE", "VERSION")));
  }

  private static String sign(Header header) {
    return header.hasPrefix("BSS_") ? "BSS_*" : "";
  }

  @Override
  public Reading read(Input input) {
    Hdu hdu = input.file().primary();
    SourceSpectrum plain =
        WcsImageProfile.spectrum(
            hdu, Mediums.stated(Cards.of(hdu.header())).or(Mediums.AIR_BY_CUSTOM));
    Flux flux = new Flux(plain.flux().values(), plain.flux().unit(), calibration(hdu.header()));
    SourceSpectrum spectrum = new SourceSpectrum(hdu.index(), 0, plain.axis(), flux, null, null);
    return new Reading(
        Observations.of(Cards.of(hdu.header())),
        List.of(spectrum),
        WcsImageProfile.notes(input, hdu));
  }

  private static FluxCalibration calibration(Header header) {
    @Nullable FluxCalibration byUnit =
        header.text("BUNIT").isBlank() ? null : Calibrations.ofUnit(header.text("BUNIT"));
    if (byUnit == FluxCalibration.ABSOLUTE) {
      return byUnit;
    }
    String norm = header.text("BSS_NORM").strip().toLowerCase(Locale.ROOT);
    boolean divided = !norm.isEmpty() && !norm.equals("none") && !norm.equals("no");
    return divided ? FluxCalibration.NORMALIZED : FluxCalibration.RELATIVE;
  }
}
