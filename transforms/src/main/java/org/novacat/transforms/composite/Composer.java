package org.novacat.transforms.composite;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.composite.LeftOut.Reason;

/**
 * Joins the spectra of a nova that were taken in one night with one setting.
 *
 * <p>A night is a time: no two constituents are more than half a day apart. From the earliest
 * spectrum on, each night takes what follows within half a day of its first; so the order of the
 * input does not matter. All epochs are known to 0.1 d, and none is that of a coadd over more than
 * half a day. Within a night spectra go together as {@link Arms} says, and are averaged as {@link
 * Blend} says, on the pixels of {@link FinerGrid}; arms that do not overlap are joined with a gap.
 */
public final class Composer {
  private final List<Composite> composites = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<Constituent> admitted;

  private Composer(Admission admission) {
    this.admitted = admission.admitted();
    this.leftOut.addAll(admission.leftOut());
  }

  /**
   * The composites of spectra of one nova, of any nights and settings. Equal spectra in any order
   * give equal composites; none is changed.
   *
   * @throws IllegalArgumentException when a spectrum's arrays differ in length, or its wavelengths
   *     are not finite and strictly increasing
   */
  public static Composition compose(List<Constituent> spectra) {
    List<Constituent> sorted = spectra.stream().sorted(comparing(Constituent::id)).toList();
    Composer composer = new Composer(Admission.of(sorted));
    composer.admitted.stream()
        .collect(groupingBy(Constituent::setting, TreeMap::new, toList()))
        .values()
        .stream()
        .flatMap(same -> Nights.split(same, Constituent::mjd).stream())
        .forEach(composer::night);
    composer.leftOut.sort(comparing(LeftOut::id));
    return new Composition(composer.composites, composer.leftOut);
  }

  private void night(List<Constituent> night) {
    for (List<Constituent> group : Arms.of(night)) {
      if (group.size() > 1) {
        composites.add(Blend.of(group));
      } else {
        leftOut.add(single(group.get(0), night));
      }
    }
  }

  private LeftOut single(Constituent one, List<Constituent> night) {
    Arms.@Nullable Step step = Arms.step(one, night);
    if (step != null) {
      return new LeftOut(one.id(), Reason.ARM_STEP, step.text());
    }
    return admitted.stream()
        .filter(other -> !other.setting().equals(one.setting()) && isOneNight(one, other))
        .min(comparing(other -> difference(one.setting(), other.setting())))
        .map(other -> other(one, other))
        .orElseGet(
            () ->
                new LeftOut(
                    one.id(), Reason.ALONE, "no other of half a day is in no earlier night"));
  }

  private static LeftOut other(Constituent one, Constituent other) {
    return new LeftOut(
        one.id(),
        difference(one.setting(), other.setting()),
        "%s has %s".formatted(other.id(), other.setting()));
  }

  /** What keeps two settings apart; the least difference first. */
  private static Reason difference(Setting one, Setting other) {
    boolean setup =
        one.provider().equals(other.provider()) && one.instrument().equals(other.instrument());
    boolean unit =
        one.fluxUnit().equals(other.fluxUnit()) && one.calibration() == other.calibration();
    if (!setup) {
      return Reason.OTHER_SETUP;
    }
    return unit ? Reason.OTHER_MEDIUM : Reason.OTHER_FLUX_UNIT;
  }

  private static boolean isOneNight(Constituent one, Constituent other) {
    return Math.abs(one.mjd() - other.mjd()) <= Nights.LONGEST;
  }
}
