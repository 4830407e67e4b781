package org.novacat.fits.profile.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Image;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Observations;
import org.novacat.fits.profile.Orders;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.WavelengthUnits;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * One image HDU for each array, known by EXTNAME: FLUX, WAVELENGTH, and ERROR, SIGMA or IVAR
 * (linetools). Lines of a two-dimensional image are orders. Nothing but a card UNITS or a BUNIT can
 * state the unit of the wavelengths; else Angstrom is assumed.
 */
public final class HduPerArrayProfile implements Profile {
  private static final Pattern WAVE_UNIT = Pattern.compile("\"wave\"\\s*:\\s*\"([^\"]+)\"");

  @Override
  public String id() {
    return "hdu-per-array@1";
  }

  @Override
  public Match match(Input input) {
    Hdu flux = image(input, "FLUX");
    Hdu wavelength = image(input, "WAVELENGTH", "WAVE", "LAMBDA");
    if (flux == null || wavelength == null || !Arrays.equals(flux.axes(), wavelength.axes())) {
      return Match.no("no images FLUX and WAVELENGTH of the same shape");
    }
    return Match.yes(
        Match.Rank.STRUCTURE,
        "an image HDU for each array",
        Map.of("FLUX", "HDU " + flux.index(), wavelength.name(), "HDU " + wavelength.index()));
  }

  private static @Nullable Hdu image(Input input, String... names) {
    for (String name : names) {
      Hdu hdu = input.named(name);
      if (hdu != null && Images.isImage(hdu) && hdu.axes().length <= 2) {
        return hdu;
      }
    }
    return null;
  }

  @Override
  public Reading read(Input input) {
    Hdu flux = Objects.requireNonNull(image(input, "FLUX"));
    int lines = Image.of(flux).lines();
    Orders spectra = new Orders(input);
    for (int line = 0; line < lines; line++) {
      spectra.add(spectrum(input, flux, line));
    }
    List<String> notes = new ArrayList<>(input.file().notes());
    if (spectra.all().get(0).axis().unitAssumed()) {
      notes.add("No card states the unit of the wavelengths; Angstrom is assumed.");
    }
    return new Reading(Observations.of(Cards.of(input, flux)), spectra.all(), notes);
  }

  private static SourceSpectrum spectrum(Input input, Hdu flux, int line) {
    Hdu wavelength = Objects.requireNonNull(image(input, "WAVELENGTH", "WAVE", "LAMBDA"));
    Spectra spectrum =
        Spectra.in(flux, line)
            .axis(
                Image.of(wavelength).line(line),
                unit(input, wavelength),
                Mediums.stated(Cards.of(input, wavelength)),
                "image HDU " + wavelength.name())
            .flux(Image.of(flux).line(line), flux.header().text("BUNIT"));
    addUncertainty(spectrum, input, line);
    return spectrum.build();
  }

  private static void addUncertainty(Spectra spectrum, Input input, int line) {
    Hdu sigma = image(input, "ERROR", "ERR", "SIGMA", "UNCERTAINTY");
    Hdu ivar = image(input, "IVAR");
    Hdu found = sigma != null ? sigma : ivar;
    if (found != null && Image.of(found).lines() > line) {
      spectrum.uncertainty(
          sigma != null ? Uncertainty.Kind.SIGMA : Uncertainty.Kind.IVAR,
          Image.of(found).line(line),
          found.header().text("BUNIT"));
    }
  }

  private static WavelengthUnits.Found unit(Input input, Hdu wavelength) {
    String bunit = wavelength.header().text("BUNIT").strip();
    if (WavelengthUnits.isLength(bunit)) {
      return new WavelengthUnits.Found(bunit, "BUNIT");
    }
    Matcher units = WAVE_UNIT.matcher(input.header().text("UNITS"));
    return units.find() && WavelengthUnits.isLength(units.group(1))
        ? new WavelengthUnits.Found(units.group(1), "UNITS")
        : new WavelengthUnits.Found("Angstrom", "");
  }
}
