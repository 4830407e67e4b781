package org.novacat.fits.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.FoundTable;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Origin;
import org.novacat.fits.profile.WavelengthUnits;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectrumTrust;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;

/** How sure a FITS file is of what was read of it, by where its parts stand. */
public final class FitsTrust {
  private final Input input;
  private final List<Origin> used;
  private final StatedFacts stated;

  private FitsTrust(Input input, List<Origin> used, StatedFacts stated) {
    this.input = input;
    this.used = used;
    this.stated = stated;
  }

  /**
   * The trust of spectra.
   *
   * @param used where their parts stand
   * @param stated what somebody states beside the file, which the spectra have in them
   */
  public static SpectrumTrust of(
      Input input,
      Observation observation,
      List<SourceSpectrum> spectra,
      List<Origin> used,
      StatedFacts stated) {
    FitsTrust trust = new FitsTrust(input, used, stated);
    Confidence medium = null;
    boolean assumed = false;
    boolean flux = false;
    for (SourceSpectrum spectrum : spectra) {
      medium = SpectrumTrust.least(medium, SpectrumTrust.of(spectrum.axis().mediumSource()));
      assumed |= spectrum.axis().unitAssumed() || spectrum.axis().unit().isEmpty();
      flux |= !spectrum.flux().unit().isEmpty();
    }
    return new SpectrumTrust(
        trust.timeScale(observation.time()),
        assumed ? Confidence.ASSUMED : trust.unit("axis", StatedFact.WAVELENGTH_UNIT),
        medium,
        flux ? trust.unit("flux", StatedFact.FLUX_UNIT) : null);
  }

  private @Nullable Confidence timeScale(@Nullable ObservationTime time) {
    String source = time == null ? "" : time.source();
    boolean named = source.contains("UT") || !text("TIMESYS").isEmpty();
    return SpectrumTrust.of(time, named);
  }

  /** A card in any HDU that was used. */
  private String text(String keyword) {
    for (Origin origin : used) {
      String text = Cards.of(input, input.hdus().get(origin.hdu())).text(keyword);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** Whether somebody states the unit of the parts that were used so, or the file that of each. */
  private Confidence unit(String use, StatedFact fact) {
    if (stated.text(fact).isPresent()) {
      return Confidence.STATED;
    }
    for (Origin origin : used) {
      if (origin.use().equals(use) && !states(origin)) {
        return Confidence.KNOWN;
      }
    }
    return Confidence.STATED;
  }

  private boolean states(Origin origin) {
    Hdu hdu = input.hdus().get(origin.hdu());
    return switch (origin.kind()) {
      case COLUMN -> columnStates(input.table(hdu), origin) || lineStates(hdu, origin);
      case LINE -> lineStates(hdu, origin);
      case CARDS -> !WavelengthUnits.ofAxis1(hdu.header()).place().isEmpty();
    };
  }

  private static boolean columnStates(@Nullable FoundTable found, Origin origin) {
    return found != null && !found.samplesUnit(origin.name()).isBlank();
  }

  private boolean lineStates(Hdu hdu, Origin origin) {
    Header primary = input.header();
    return origin.use().equals("flux")
        ? !Cards.of(input, hdu).text("BUNIT").isEmpty() || primary.has("YUNITS")
        : !hdu.header().text("BUNIT").isBlank() || primary.has("XUNITS");
  }
}
