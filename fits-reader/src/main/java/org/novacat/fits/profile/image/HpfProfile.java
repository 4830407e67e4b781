package org.novacat.fits.profile.image;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * Habitable-zone Planet Finder, Goldilocks pipeline: image HDUs {@code Sci Flux}, {@code Sci
 * Error}, {@code Sci Wavl} with a line for each of 28 orders; sky and calibration fibre are left
 * aside. Wavelengths are Angstrom in vacuum. RA is in hours, unlike everywhere else.
 */
public final class HpfProfile implements Profile {
  private static final List<String> NAMES = List.of("Sci Flux", "Sci Error", "Sci Wavl");

  @Override
  public String id() {
    return "hpf-orders@1";
  }

  @Override
  public Match match(Input input) {
    if (!input.header().text("INSTRUME").equals("HPF")) {
      return Match.no("INSTRUME is not HPF");
    }
    for (String name : NAMES) {
      Hdu hdu = input.named(name);
      if (hdu == null || !Images.isImage(hdu)) {
        return Match.no("no image HDU " + name);
      }
    }
    return Match.yes(
        Match.Rank.PROVIDER,
        "the HDUs of HPF",
        Map.of("INSTRUME", "HPF", "HDUs", String.join(", ", NAMES)));
  }

  @Override
  public Reading read(Input input) {
    Hdu flux = Objects.requireNonNull(input.named("Sci Flux"));
    Image error = Image.of(Objects.requireNonNull(input.named("Sci Error")));
    Image wavelength = Image.of(Objects.requireNonNull(input.named("Sci Wavl")));
    Orders orders = new Orders(input);
    for (int line = 0; line < Image.of(flux).lines(); line++) {
      orders.add(
          Spectra.in(flux, line)
              .axis(
                  wavelength.line(line),
                  "Angstrom",
                  Mediums.vacuumOf("HPF Goldilocks"),
                  "image HDU Sci Wavl")
              .flux(Image.of(flux).line(line), flux.header().text("BUNIT"))
              .uncertainty(Uncertainty.Kind.SIGMA, error.line(line), "")
              .build());
    }
    return new Reading(observation(input), orders.all(), input.file().notes());
  }

  private static Observation observation(Input input) {
    Cards cards = Cards.of(input.header());
    double hours = cards.number("RA_2000", "RA");
    double degrees = cards.number("DEC_2000", "DEC");
    boolean known = hours >= 0 && hours < 24 && Math.abs(degrees) <= 90;
    return known
        ? Observations.at(Observations.of(cards), hours * 15, degrees)
        : Observations.at(Observations.of(cards), null, null);
  }
}
