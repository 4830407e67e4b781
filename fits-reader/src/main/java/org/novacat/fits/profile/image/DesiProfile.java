package org.novacat.fits.profile.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Image;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.ObservationTimes;
import org.novacat.fits.profile.Observations;
import org.novacat.fits.profile.Orders;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.Tables;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * DESI spectra and coadds: for each arm B, R, Z an image HDU of WAVELENGTH (one line), FLUX, IVAR
 * and MASK (a line for each target, as in FIBERMAP). Angstrom in vacuum; units in BUNIT, with their
 * powers of ten. DESI data model, "coadd-SURVEY-PROGRAM-HEALPIX". The order of a spectrum is the
 * row of its target.
 */
public final class DesiProfile implements Profile {
  private static final List<String> ARMS = List.of("B", "R", "Z", "BRZ");

  @Override
  public String id() {
    return "desi@1";
  }

  @Override
  public Match match(Input input) {
    List<String> arms = ARMS.stream().filter(arm -> isArm(input, arm)).toList();
    if (arms.isEmpty() || input.named("FIBERMAP") == null) {
      return Match.no("no FIBERMAP with images of wavelength, flux and ivar by arm");
    }
    return Match.yes(
        Match.Rank.PROVIDER, "the HDUs of DESI", Map.of("arms", String.join(",", arms)));
  }

  private static boolean isArm(Input input, String arm) {
    return image(input, arm + "_WAVELENGTH") != null
        && image(input, arm + "_FLUX") != null
        && image(input, arm + "_IVAR") != null;
  }

  private static @Nullable Hdu image(Input input, String name) {
    Hdu hdu = input.named(name);
    return hdu != null && Images.isImage(hdu) ? hdu : null;
  }

  @Override
  public Reading read(Input input) {
    Orders spectra = new Orders(input);
    int targets = 0;
    for (String arm : ARMS) {
      if (isArm(input, arm)) {
        targets = Image.of(required(input, arm, "_FLUX")).lines();
        for (int row = 0; row < targets; row++) {
          spectra.add(spectrum(input, arm, row));
        }
      }
    }
    List<String> notes = new ArrayList<>(input.file().notes());
    if (targets > 1) {
      notes.add("The file holds %s targets; the order is the row of FIBERMAP.".formatted(targets));
    }
    return new Reading(observation(input), spectra.all(), notes);
  }

  /** The headers say nothing; times are those of the exposures, positions those of the targets. */
  private static Observation observation(Input input) {
    Observation plain = Observations.of(Cards.of(input.header()));
    Tables.Found exposures = Tables.of(input, input.named("EXP_FIBERMAP"));
    if (exposures != null && plain.time() == null) {
      plain = Observations.taken(plain, meanTime(exposures.table()));
    }
    Tables.Found targets = Tables.of(input, input.named("FIBERMAP"));
    if (targets == null
        || targets.table().rows() != 1
        || !Tables.hasAll(targets.table(), "TARGET_RA", "TARGET_DEC")) {
      return plain;
    }
    return Observations.at(
        plain,
        targets.table().numbers(Tables.required(targets, "TARGET_RA"))[0],
        targets.table().numbers(Tables.required(targets, "TARGET_DEC"))[0]);
  }

  private static @Nullable ObservationTime meanTime(Table exposures) {
    Column mjd = exposures.find("MJD");
    if (mjd == null || !mjd.isScalar()) {
      return null;
    }
    double mean = Arrays.stream(exposures.numbers(mjd)).average().orElse(Double.NaN);
    return ObservationTimes.of(mean, TimeScale.UTC, "mean MJD of EXP_FIBERMAP");
  }

  private static SourceSpectrum spectrum(Input input, String arm, int row) {
    Hdu wavelength = required(input, arm, "_WAVELENGTH");
    Hdu flux = required(input, arm, "_FLUX");
    Hdu ivar = required(input, arm, "_IVAR");
    Spectra spectrum =
        Spectra.in(flux, row)
            .axis(
                Image.of(wavelength).line(0),
                wavelength.header().text("BUNIT", "Angstrom"),
                Mediums.vacuumOf("DESI"),
                "image HDU " + wavelength.name())
            .flux(Image.of(flux).line(row), flux.header().text("BUNIT"))
            .uncertainty(
                Uncertainty.Kind.IVAR, Image.of(ivar).line(row), ivar.header().text("BUNIT"));
    Hdu mask = image(input, arm + "_MASK");
    if (mask != null && Image.of(mask).lines() > row) {
      spectrum.mask(Image.of(mask).bits(row), -1, "image HDU " + mask.name());
    }
    return spectrum.build();
  }

  private static Hdu required(Input input, String arm, String what) {
    return Objects.requireNonNull(image(input, arm + what));
  }
}
