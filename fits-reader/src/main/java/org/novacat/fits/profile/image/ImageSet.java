package org.novacat.fits.profile.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Spreads;
import org.novacat.fits.profile.Words;
import org.novacat.fits.profile.Words.Role;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * Image HDUs that belong to one spectrum: its flux, and beside it what their names say. Sets differ
 * by EXTVER and by what stands beside the word in the names: SCI and VAR of EXTVER 1 and of 2,
 * FLUX_B and IVAR_B.
 *
 * @param flux its lines are orders
 * @param axis wavelengths; null when cards have to give them
 * @param spread null without one
 * @param kind what the spread is; SIGMA without one
 * @param mask null without one
 */
record ImageSet(
    Hdu flux, @Nullable Hdu axis, @Nullable Hdu spread, Uncertainty.Kind kind, @Nullable Hdu mask) {

  /** All sets of a file whose flux is known by the name of its HDU, or is the primary one. */
  static List<ImageSet> of(Input input) {
    Map<String, List<Hdu>> byKey = new TreeMap<>();
    Map<String, Integer> seen = new TreeMap<>();
    for (Hdu hdu : input.hdus()) {
      if (Images.isImage(hdu) && hdu.axes().length <= 2) {
        Words.Name name = name(hdu);
        String key = name.tag() + " " + hdu.header().integer("EXTVER", 1);
        // The second SCI without an EXTVER of its own begins a second set.
        Words.Word word = name.word();
        int nth = seen.merge(key + " " + word.role() + word.rank(), 1, Integer::sum);
        byKey.computeIfAbsent(key + " " + nth, k -> new ArrayList<>()).add(hdu);
      }
    }
    return byKey.values().stream()
        .map(ImageSet::ofHdus)
        .filter(set -> set != null)
        .sorted((a, b) -> Integer.compare(a.flux().index(), b.flux().index()))
        .toList();
  }

  /** What an image is called; a primary HDU without a name of its own is a flux. */
  static Words.Name name(Hdu hdu) {
    String name = hdu.name();
    if (hdu.index() == 0 && (name.isEmpty() || name.equalsIgnoreCase("PRIMARY"))) {
      return new Words.Name(Words.of("FLUX"), "");
    }
    return Words.in(name);
  }

  private static @Nullable ImageSet ofHdus(List<Hdu> hdus) {
    Hdu flux = best(hdus, Role.FLUX);
    if (flux == null) {
      return null;
    }
    Hdu linear = best(hdus, Role.AXIS);
    Hdu axis = linear != null ? linear : best(hdus, Role.LOG_AXIS);
    Hdu mask = null;
    for (Role role : List.of(Role.EITHER, Role.GOOD, Role.MASK)) {
      Hdu found = best(hdus, role);
      mask = found != null && sameLines(flux, found) ? found : mask;
    }
    Hdu spread = spread(hdus, flux);
    Uncertainty.Kind kind = spread == null ? null : kind(spread, flux);
    return new ImageSet(
        flux,
        axis != null && axis.axes()[0] == flux.axes()[0] ? axis : null,
        kind == null ? null : spread,
        kind == null ? Uncertainty.Kind.SIGMA : kind,
        mask);
  }

  private static @Nullable Hdu spread(List<Hdu> hdus, Hdu flux) {
    for (Role role : List.of(Role.SIGMA, Role.IVAR, Role.VARIANCE, Role.NOISE)) {
      Hdu found = best(hdus, role);
      if (found != null && sameLines(flux, found) && kind(found, flux) != null) {
        return found;
      }
    }
    return null;
  }

  private static Uncertainty.@Nullable Kind kind(Hdu spread, Hdu flux) {
    return Spreads.kind(role(spread), spread.header().text("BUNIT"), flux.header().text("BUNIT"));
  }

  /** What the cards of ESO (HDUCLAS3) and of astropy (UTYPE) say before what its name says. */
  private static Role role(Hdu spread) {
    String eso = spread.header().text("HDUCLAS3").strip();
    String said = eso.isEmpty() ? spread.header().text("UTYPE").strip() : eso;
    return switch (said.toUpperCase(Locale.ROOT)) {
      case "MSE", "VARIANCEUNCERTAINTY" -> Role.VARIANCE;
      case "INVMSE", "INVERSEVARIANCE" -> Role.IVAR;
      case "RMSE", "STDDEVUNCERTAINTY" -> Role.SIGMA;
      case "INVRMSE", "UNKNOWNUNCERTAINTY" -> Role.OTHER;
      default -> name(spread).word().role();
    };
  }

  /** The HDU of this role, of several the one of the lowest rank; null without one. */
  private static @Nullable Hdu best(List<Hdu> hdus, Role role) {
    Hdu best = null;
    for (Hdu hdu : hdus) {
      Words.Word word = name(hdu).word();
      if (word.is(role) && (best == null || word.rank() < name(best).word().rank())) {
        best = hdu;
      }
    }
    return best;
  }

  private static boolean sameLines(Hdu a, Hdu b) {
    return a.axes()[0] == b.axes()[0] && lines(a) == lines(b);
  }

  /** Lines of an image of one or two axes. */
  static int lines(Hdu hdu) {
    return hdu.axes().length < 2 ? 1 : hdu.axes()[1];
  }

  /** Whether the axis holds logarithms. */
  boolean isLogarithmic() {
    return axis != null && name(axis).is(Role.LOG_AXIS);
  }

  /** Whether it has more than its flux. */
  boolean hasCompanions() {
    return axis != null || spread != null || mask != null;
  }
}
