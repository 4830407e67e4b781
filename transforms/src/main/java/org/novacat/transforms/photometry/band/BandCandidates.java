package org.novacat.transforms.photometry.band;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Band;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.Regime;
import org.novacat.layouts.photometry.SpectralCoordinate;
import org.novacat.layouts.photometry.SpectralKind;

/**
 * The bands that a filter text can mean.
 *
 * @param bare the one of which it is an alias without any context; null when there is none
 * @param bands all that are left, each once
 */
record BandCandidates(@Nullable Band bare, List<Band> bands) {
  static BandCandidates of(@Nullable Band bare, List<Band> scoped) {
    List<Band> all = new ArrayList<>();
    if (bare != null) {
      all.add(bare);
    }
    scoped.stream().filter(band -> !band.equals(bare)).forEach(all::add);
    return new BandCandidates(bare, List.copyOf(all));
  }

  /** Those outside the family of generic bands. */
  List<Band> specific() {
    return bands.stream().filter(band -> !band.generic()).toList();
  }

  boolean onlyRadio() {
    return bands.size() == 1 && isRadio(bands.get(0));
  }

  /** Those that the known providers have; all when none is known. */
  BandCandidates within(BandContext context, Providers providers, String text) {
    return context.decisive() ? where(providers.meant(context.providers(), text)::contains) : this;
  }

  /**
   * Those in which such a quantity is measured: nobody measures magnitudes outside the optical, and
   * a letter that radio astronomers use means their band where a flux is given.
   */
  BandCandidates of(Quantity quantity) {
    return switch (quantity) {
      case MAGNITUDE -> where(BandCandidates::hasMagnitudes);
      case COUNT_RATE -> where(band -> !isRadio(band));
      case FLUX_DENSITY ->
          bands.stream().anyMatch(BandCandidates::isRadio) ? where(BandCandidates::isRadio) : this;
    };
  }

  /** Those whose spectral coordinate is of the kind that the source gives. */
  BandCandidates of(@Nullable SpectralCoordinate spectral) {
    return spectral == null
        ? this
        : where(
            band ->
                SpectralKind.ofUnit(band.spectralUnit()) == SpectralKind.ofUnit(spectral.unit()));
  }

  private BandCandidates where(Predicate<Band> keep) {
    return new BandCandidates(bare, bands.stream().filter(keep).toList());
  }

  private static boolean isRadio(Band band) {
    return band.regime() == Regime.RADIO;
  }

  private static boolean hasMagnitudes(Band band) {
    return !isRadio(band) && band.regime() != Regime.XRAY && band.regime() != Regime.GAMMA;
  }
}
