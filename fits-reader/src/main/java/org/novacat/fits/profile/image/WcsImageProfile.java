package org.novacat.fits.profile.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.profile.AxisKind;
import org.novacat.fits.profile.Calibrations;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Observations;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.WavelengthUnits;
import org.novacat.fits.profile.Wcs;
import org.novacat.layouts.spectrum.Flux;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectralAxis;

/**
 * A one-dimensional image whose axis the header computes: IRAF and ESO linear, and the logarithmic
 * ones (DC-FLAG = 1, LOGLIN, WAVE-LOG). One profile for each kind of axis, so that a result says
 * which formula it came by.
 */
public final class WcsImageProfile implements Profile {
  /** Below this an axis in Angstrom holds no optical or ultraviolet light but logarithms. */
  private static final double LEAST_ANGSTROM = 10;

  private final String id;
  private final List<AxisKind> kinds;

  private WcsImageProfile(String id, List<AxisKind> kinds) {
    this.id = id;
    this.kinds = kinds;
  }

  public static WcsImageProfile linear() {
    return new WcsImageProfile("wcs-linear@2", List.of(AxisKind.WAVELENGTH));
  }

  public static WcsImageProfile logarithmic() {
    return new WcsImageProfile(
        "wcs-log-linear@1", List.of(AxisKind.LOG10_WAVELENGTH, AxisKind.LN_WAVELENGTH));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Match match(Input input) {
    Hdu hdu = Images.onlySpectrum(input);
    if (hdu == null) {
      return Match.no("no one-dimensional image, or several");
    }
    AxisKind kind = AxisKind.of(hdu.header());
    if (!kinds.contains(kind)) {
      return Match.no("the axis is " + kind);
    }
    if (kind == AxisKind.WAVELENGTH && looksLogarithmic(hdu.header())) {
      return Match.no("CRVAL1 is below 10 Angstrom, as logarithms are, and no card says which");
    }
    return Match.yes(Match.Rank.GENERIC, "the axis is " + kind, inputs(hdu));
  }

  private static boolean looksLogarithmic(Header header) {
    String unit = WavelengthUnits.ofAxis1(header).unit();
    double crval = header.number("CRVAL1", LEAST_ANGSTROM);
    return WavelengthUnits.isAngstrom(unit) && crval < LEAST_ANGSTROM;
  }

  private static Map<String, String> inputs(Hdu hdu) {
    Map<String, String> inputs = new LinkedHashMap<>();
    inputs.put("HDU", String.valueOf(hdu.index()));
    for (String keyword :
        List.of("NAXIS", "CTYPE1", "CUNIT1", "DC-FLAG", "WAT1_001", "COEFF0", "ORIGIN")) {
      String text = hdu.header().text(keyword);
      if (!text.isEmpty()) {
        inputs.put(keyword, text);
      }
    }
    return inputs;
  }

  @Override
  public Reading read(Input input) {
    Hdu hdu = Images.onlySpectrum(input);
    if (hdu == null) {
      throw new IllegalArgumentException("Cannot read file: it was not matched by " + id);
    }
    Cards cards = Cards.of(input, hdu);
    return new Reading(
        Observations.of(cards), List.of(spectrum(hdu, Mediums.stated(cards))), notes(input, hdu));
  }

  /** The spectrum of a one-dimensional image with this medium. */
  static SourceSpectrum spectrum(Hdu hdu, Mediums medium) {
    Header header = hdu.header();
    double[] flux = Images.firstLine(hdu);
    String unit = header.text("BUNIT").strip();
    return new SourceSpectrum(
        hdu.index(),
        0,
        axis(header, flux.length, medium),
        new Flux(flux, unit, Calibrations.ofUnit(unit)),
        null,
        null);
  }

  /** The axis that this header computes for {@code n} pixels. */
  static SpectralAxis axis(Header header, int n, Mediums medium) {
    AxisKind kind = AxisKind.of(header);
    Wcs wcs = Wcs.of(header);
    double[] values =
        switch (kind) {
          case LOG10_WAVELENGTH -> wcs.log10(n);
          case LN_WAVELENGTH -> wcs.ln(n);
          default -> wcs.linear(n);
        };
    WavelengthUnits.Found unit = WavelengthUnits.ofAxis1(header);
    return new SpectralAxis(
        values, unit.unit(), unit.assumed(), medium.medium(), medium.source(), wcs.source(kind));
  }

  static List<String> notes(Input input, Hdu hdu) {
    List<String> notes = new ArrayList<>(input.file().notes());
    notes.addAll(Wcs.of(hdu.header()).notes());
    if (WavelengthUnits.ofAxis1(hdu.header()).assumed()) {
      notes.add("No card states the unit of the axis; Angstrom is assumed.");
    }
    notes.addAll(Images.unused(input, hdu));
    return notes;
  }
}
