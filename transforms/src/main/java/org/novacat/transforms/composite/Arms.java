package org.novacat.transforms.composite;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.resample.PixelGrid;
import org.novacat.transforms.resample.Resampler;
import org.novacat.transforms.stat.Quantiles;

/**
 * The spectra of one night and setting that go together: where two overlap, the medians of their
 * fluxes there must agree within {@value #AGREE} of their mean size. From short wavelengths on,
 * each joins the first group with which it overlaps and never disagrees, else the first with which
 * it does not overlap at all, else it begins one.
 */
final class Arms {
  static final double AGREE = 0.10;

  private static final Comparator<Constituent> ORDER =
      Comparator.comparingDouble(Constituent::first)
          .thenComparing(Constituent::last)
          .thenComparing(Constituent::id);

  private final List<Constituent> members = new ArrayList<>();

  private Arms() {}

  /** The groups, each ordered by wavelength; every spectrum is in one. */
  static List<List<Constituent>> of(List<Constituent> night) {
    List<Arms> groups = new ArrayList<>();
    night.stream()
        .sorted(ORDER)
        .forEach(
            one -> {
              Arms group = groupFor(one, groups);
              group.members.add(one);
            });
    return groups.stream().map(group -> List.copyOf(group.members)).toList();
  }

  private static Arms groupFor(Constituent one, List<Arms> groups) {
    List<Step> worst = groups.stream().map(group -> group.worst(one)).toList();
    int agreeing = first(worst, step -> step.overlaps() && step.agrees());
    int apart = first(worst, step -> !step.overlaps());
    int at = agreeing >= 0 ? agreeing : apart;
    if (at < 0) {
      groups.add(new Arms());
      return groups.get(groups.size() - 1);
    }
    return groups.get(at);
  }

  private static int first(List<Step> steps, Predicate<Step> wanted) {
    return IntStream.range(0, steps.size())
        .filter(i -> wanted.test(steps.get(i)))
        .findFirst()
        .orElse(-1);
  }

  /** The largest step between a spectrum and those of the group. */
  private Step worst(Constituent one) {
    return members.stream()
        .map(member -> Step.between(member, one))
        .max(comparing(Step::size))
        .orElseThrow();
  }

  /** The step to the one of another group that differs most; null when it overlaps none. */
  static @Nullable Step step(Constituent one, List<Constituent> others) {
    return others.stream()
        .filter(other -> !other.id().equals(one.id()))
        .map(other -> Step.between(other, one))
        .filter(Step::overlaps)
        .max(comparing(Step::size))
        .orElse(null);
  }

  /**
   * How far the medians of two spectra differ where they overlap.
   *
   * @param from the id of the first
   * @param size |difference| over the mean of the absolute medians, 0 to 2; −1 when no pixel of the
   *     finer is covered by both
   */
  record Step(String from, double size) {
    static Step between(Constituent known, Constituent added) {
      boolean ordered = known.step() <= added.step();
      Constituent fine = ordered ? known : added;
      Constituent coarse = ordered ? added : known;
      boolean apart = known.last() < added.first() || added.last() < known.first();
      return new Step(known.id(), apart ? -1 : size(fine, coarse));
    }

    private static double size(Constituent fine, Constituent coarse) {
      double[] there =
          Resampler.resample(
                  coarse.wavelength(), coarse.flux(), null, PixelGrid.ofCentres(fine.wavelength()))
              .flux();
      int[] both =
          IntStream.range(0, there.length)
              .filter(i -> Double.isFinite(there[i]) && Double.isFinite(fine.flux()[i]))
              .toArray();
      if (both.length == 0) {
        return -1;
      }
      double a = Quantiles.median(IntStream.of(both).mapToDouble(i -> fine.flux()[i]).toArray());
      double b = Quantiles.median(IntStream.of(both).mapToDouble(i -> there[i]).toArray());
      return a == b ? 0 : Math.abs(a - b) / ((Math.abs(a) + Math.abs(b)) / 2);
    }

    boolean overlaps() {
      return size >= 0;
    }

    boolean agrees() {
      return size <= AGREE;
    }

    String text() {
      return String.format(
          Locale.ROOT, "its median differs from that of %s by %.1f %%", from, 100 * size);
    }
  }
}
