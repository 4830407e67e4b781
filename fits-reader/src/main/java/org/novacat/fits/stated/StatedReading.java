package org.novacat.fits.stated;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.novacat.fits.profile.Reading;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;

/**
 * A reading with what is stated beside its file. A fact gives what the file leaves out, or says in
 * words that nobody knows; it never overrules what the file says.
 *
 * @param reading with the facts in it
 * @param pieces of the account, one for each fact
 */
public record StatedReading(Reading reading, List<Piece> pieces) {
  /** Columns of FITS are found by what they say of themselves. */
  private static final Set<StatedFact> OF_COLUMNS =
      EnumSet.of(
          StatedFact.WAVELENGTH_COLUMN,
          StatedFact.FLUX_COLUMN,
          StatedFact.UNCERTAINTY_COLUMN,
          StatedFact.UNCERTAINTY_KIND,
          StatedFact.MASK_COLUMN);

  public StatedReading {
    pieces = List.copyOf(pieces);
  }

  /**
   * The reading with these facts.
   *
   * @throws org.novacat.fits.file.RefusedException when a unit is none that is known, or is not the
   *     one that the file states
   */
  public static StatedReading of(Reading reading, StatedFacts stated) {
    if (stated.isEmpty()) {
      return new StatedReading(reading, List.of());
    }
    List<String> notes = new ArrayList<>(reading.notes());
    StatedAxis axis = new StatedAxis(stated, notes);
    StatedFlux flux = new StatedFlux(stated, notes);
    List<SourceSpectrum> spectra = new ArrayList<>();
    for (SourceSpectrum one : reading.spectra()) {
      spectra.add(
          new SourceSpectrum(
              one.hdu(),
              one.order(),
              axis.of(one.axis()),
              flux.of(one.flux()),
              one.uncertainty(),
              one.mask()));
    }
    left(stated, notes);
    Reading told =
        new Reading(
            new StatedObservation(stated, notes).of(reading.observation()),
            spectra,
            notes,
            reading.used());
    return new StatedReading(told, pieces(stated));
  }

  private static void left(StatedFacts stated, List<String> notes) {
    String columns =
        stated.facts().keySet().stream()
            .filter(OF_COLUMNS::contains)
            .map(StatedFact::key)
            .collect(Collectors.joining(", "));
    if (!columns.isEmpty()) {
      notes.add(
          "What %s says of columns (%s) is not used: those of FITS are found by what they say of themselves."
              .formatted(stated.from(), columns));
    }
  }

  private static List<Piece> pieces(StatedFacts stated) {
    return stated.facts().entrySet().stream()
        .map(
            fact -> {
              String name = fact.getKey().key() + " = " + fact.getValue();
              return OF_COLUMNS.contains(fact.getKey())
                  ? Piece.unaccounted("stated", name, "columns of FITS are not chosen by hand")
                  : Piece.used("stated", name, "by " + stated.from());
            })
        .toList();
  }
}
