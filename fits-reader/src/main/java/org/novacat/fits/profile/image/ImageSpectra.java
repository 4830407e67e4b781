package org.novacat.fits.profile.image;

import static org.novacat.fits.profile.Match.Rank.CONVENTION;
import static org.novacat.fits.profile.Match.Rank.STRUCTURE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.AxisKind;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Flags;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Masks;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Orders;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Samples;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.Traced;
import org.novacat.fits.profile.Words;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Uncertainty;

/** One-dimensional images in several HDUs, each with the cards of its axis. */
public final class ImageSpectra {
  /**
   * Flux with its uncertainty and its mask in HDUs of their own, as their names say: SCI, VAR
   * (variance) and DQ of Gemini, DATA and STAT (variance) of MUSE and MPDAF, FLUX and ERR, a
   * primary image with ERRS (one standard deviation) and QUAL of ESO pipelines. Several SCI, or
   * other images with a wavelength axis of their own, are orders.
   */
  public static final Profile HDUS = new Profile("image-hdus@1", ImageSpectra::match);

  private ImageSpectra() {}

  private static Match match(Input input) {
    if (!input.hasSeveralImages()) {
      return Match.no("no two images");
    }
    List<ImageSet> sets = sets(input);
    boolean companions = sets.stream().anyMatch(ImageSet::hasCompanions);
    if (sets.isEmpty() || (sets.size() == 1 && !companions && !isNamed(input, sets.get(0)))) {
      return Match.no("neither several images with a wavelength axis nor one with companions");
    }
    if (sets.stream().anyMatch(set -> set.axis() != null)) {
      return Match.no("an image gives the wavelengths");
    }
    if (input.header().hasPrefix("BSS_") || StarImages.isApogee(input)) {
      return Match.no("the file follows a convention of its own");
    }
    return Match.yes(
        companions ? CONVENTION : STRUCTURE,
        "images with a wavelength axis, parted by the names of their HDUs",
        Map.of("HDUs", names(sets)),
        () -> read(input, sets));
  }

  /** Whether the flux has a name that says so, and other images with an axis do not. */
  private static boolean isNamed(Input input, ImageSet set) {
    return !input.file().primary().hasData() && ImageSet.name(set.flux()).is(Words.Role.FLUX);
  }

  /** Sets by name, and images without a word whose axis is none of those. */
  private static List<ImageSet> sets(Input input) {
    List<ImageSet> named =
        ImageSet.of(input).stream().filter(set -> isSpectrum(set.flux())).toList();
    Set<String> axes = new HashSet<>();
    named.forEach(set -> axes.add(axis(set.flux())));
    List<ImageSet> all = new ArrayList<>(named);
    for (Hdu hdu : input.hdus()) {
      boolean other = !ImageSet.name(hdu).word().isKnown() && isSpectrum(hdu);
      if (other && (named.isEmpty() || axes.add(axis(hdu)))) {
        all.add(new ImageSet(hdu, null, null, Uncertainty.Kind.SIGMA, null));
      }
    }
    return all;
  }

  private static boolean isSpectrum(Hdu hdu) {
    if (!Images.isOneDimensional(hdu)) {
      return false;
    }
    return hdu.header().has("CRVAL1") && AxisKind.of(hdu.header()).isComputed();
  }

  /** What makes the axis of an image differ from that of another. */
  private static String axis(Hdu hdu) {
    Header header = hdu.header();
    return Stream.of("CRVAL1", "CRPIX1", "CDELT1", "CD1_1", "CUNIT1", "NAXIS1")
        .map(header::text)
        .collect(Collectors.joining(" "));
  }

  private static String names(List<ImageSet> sets) {
    return sets.stream()
        .map(set -> (set.flux().index() + " " + set.flux().name()).strip())
        .collect(Collectors.joining(", "));
  }

  private static Reading read(Input input, List<ImageSet> sets) {
    checkNamed(sets);
    List<String> notes = new ArrayList<>();
    Orders orders = new Orders(input);
    for (ImageSet set : sets) {
      int order = sets.size() > 1 ? set.flux().index() : 0;
      orders.add(spectrum(input, set, order, notes));
      notes.addAll(WcsImages.axisNotes(set.flux().header()));
    }
    if (sets.size() > 1) {
      notes.add("Each image is an order of its own: %s.".formatted(names(sets)));
    }
    return Reading.of(
        input, sets.get(0).flux(), orders.all(), notes.stream().distinct().toArray(String[]::new));
  }

  /** Images of one axis without a name may be a flux, its error, a model: none says which. */
  private static void checkNamed(List<ImageSet> sets) {
    List<ImageSet> unnamed =
        sets.stream().filter(set -> !ImageSet.name(set.flux()).word().isKnown()).toList();
    Set<String> axes = unnamed.stream().map(set -> axis(set.flux())).collect(Collectors.toSet());
    if (axes.size() < unnamed.size()) {
      throw RefusedException.of(
          QuarantineReason.UNKNOWN_PROFILE,
          "AMBIGUOUS_HDUS",
          "Cannot read spectrum: the images of HDU %s share one axis, and no name says which is the flux (set their EXTNAME to FLUX, ERROR, MASK)"
              .formatted(names(unnamed)));
    }
  }

  private static Traced spectrum(Input input, ImageSet set, int order, List<String> notes) {
    Hdu hdu = set.flux();
    Samples flux = Samples.ofLine(hdu, 0);
    Spectra spectrum =
        Spectra.in(hdu, order)
            .axis(
                WcsImages.axis(
                    hdu.header(), flux.values().length, Mediums.stated(Cards.of(input, hdu))))
            .flux(flux);
    addCompanions(spectrum, set, 0, notes);
    return spectrum.build();
  }

  /** Adds what other images of a file say of this flux by their names. */
  static void addBeside(Input input, Hdu flux, Spectra spectrum, List<String> notes) {
    List<ImageSet> sets = input.hasSeveralImages() ? ImageSet.of(input) : List.of();
    for (ImageSet set : sets) {
      if (set.flux().index() == flux.index()) {
        addCompanions(spectrum, set, 0, notes);
      }
    }
  }

  /** Adds the uncertainty and the mask of a line. */
  static void addCompanions(Spectra spectrum, ImageSet set, int line, List<String> notes) {
    Hdu spread = set.spread();
    if (spread != null) {
      spectrum.uncertainty(set.kind(), Samples.ofLine(spread, line));
    }
    Hdu mask = set.mask();
    if (mask != null) {
      Words.Role role = ImageSet.name(mask).word().role();
      String what = "image HDU " + mask.name();
      Masks.add(spectrum, what, role, false, false, () -> Flags.ofLine(mask, line), notes);
    }
  }
}
