package org.novacat.fits.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.novacat.fits.file.Hdu;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.SourceSpectrum;

/** What the headers behind spectra contradict themselves in, whichever profile read them. */
public final class HeaderDoubts {
  private HeaderDoubts() {}

  /** A sentence for each card that is disputed, and for media that contradict each other. */
  public static List<String> of(Input input, List<SourceSpectrum> spectra) {
    TreeSet<Integer> used = new TreeSet<>();
    used.add(0);
    spectra.forEach(spectrum -> used.add(spectrum.hdu()));
    List<String> notes = new ArrayList<>();
    for (SourceSpectrum spectrum : spectra) {
      if (spectrum.flux().calibration() != FluxCalibration.ABSOLUTE) {
        notes.add(Calibrations.doubt(spectrum.flux().unit()));
      }
    }
    notes.removeIf(String::isEmpty);
    for (Hdu hdu : input.hdus()) {
      if (used.contains(hdu.index())) {
        notes.addAll(RepeatedCards.notes(hdu));
        notes.addAll(mediums(input, hdu, spectra));
      }
    }
    return notes;
  }

  private static List<String> mediums(Input input, Hdu hdu, List<SourceSpectrum> spectra) {
    boolean unknown =
        spectra.stream()
            .anyMatch(one -> one.hdu() == hdu.index() && one.axis().medium() == Medium.UNKNOWN);
    return unknown ? Mediums.stated(Cards.of(input, hdu)).notes() : List.of();
  }
}
