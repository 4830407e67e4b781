package org.novacat.jobs.composite;

import static java.util.Comparator.comparingLong;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.UserError;
import org.novacat.layouts.spectrum.SpectrumSummary;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.state.ValidationStatus;
import org.novacat.transforms.composite.Epoch;
import org.novacat.transforms.composite.Nights;

/**
 * Which spectra of a nova are of a night and instrument, by what the table says of them.
 *
 * <p>A night has the UTC date of its first exposure, and what follows that within half a day is of
 * it too ({@link Nights}), for each provider and instrument by itself. So one date may have two
 * nights, one that begins after midnight and one that begins before the next. A spectrum whose time
 * is not known well is with those of each night in which it may have been taken, so that it is said
 * why it is in none.
 */
final class NightOfNova {
  private static final long MJD_OF_1970 = 40_587;
  private static final int MOST_NAMED = 5;

  private final String nova;
  private final LocalDate date;
  private final List<SpectraProduct> valid;

  /**
   * A night of a nova.
   *
   * @param nova its name, for messages
   * @param products any of its spectra; those that are not valid, duplicates among them, are left
   *     aside
   */
  NightOfNova(String nova, LocalDate date, Stream<SpectraProduct> products) {
    this.nova = nova;
    this.date = date;
    this.valid =
        products
            .filter(product -> product.state().validation() == ValidationStatus.VALID)
            .filter(product -> product.summary() != null)
            .toList();
  }

  /**
   * Its spectra, of one instrument.
   *
   * @param wanted the instrument as its files spell it or a part of that, upper or lower case; null
   *     when there is only one
   * @throws UserError when the night has no spectrum, none of this instrument, or those of several
   */
  List<SpectraProduct> of(@Nullable String wanted) {
    List<SpectraProduct> all = new ArrayList<>();
    sharp().values().stream()
        .flatMap(same -> Nights.split(same, NightOfNova::mjd).stream())
        .filter(night -> dateOf(night).equals(date))
        .forEach(all::addAll);
    if (all.isEmpty()) {
      throw none();
    }
    String instrument = instrument(all, wanted);
    valid.stream().filter(product -> !isSharp(product) && mayBeOf(product)).forEach(all::add);
    return all.stream()
        .filter(product -> summary(product).instrument().equals(instrument))
        .toList();
  }

  /** Those with a sharp epoch, by provider and instrument. */
  private Map<String, List<SpectraProduct>> sharp() {
    return valid.stream()
        .filter(NightOfNova::isSharp)
        .collect(
            groupingBy(
                product -> product.provider().name() + '\n' + summary(product).instrument(),
                TreeMap::new,
                toList()));
  }

  private String instrument(List<SpectraProduct> night, @Nullable String wanted) {
    SortedSet<String> known = new TreeSet<>();
    night.forEach(product -> known.add(summary(product).instrument()));
    List<String> meant =
        known.stream().filter(name -> wanted == null || name.equalsIgnoreCase(wanted)).toList();
    if (wanted != null && meant.isEmpty()) {
      meant = known.stream().filter(name -> lower(name).contains(lower(wanted))).toList();
    }
    if (meant.size() == 1) {
      return meant.get(0);
    }
    throw meant.isEmpty() ? unknown(known, requireNonNull(wanted)) : several(meant);
  }

  private boolean mayBeOf(SpectraProduct product) {
    double from = date.toEpochDay() + (double) MJD_OF_1970;
    return epoch(product).mayLieBetween(from, from + 1 + Nights.LONGEST);
  }

  private UserError none() {
    String nights =
        sharp().values().stream()
            .flatMap(same -> Nights.split(same, NightOfNova::mjd).stream())
            .map(NightOfNova::dateOf)
            .distinct()
            .sorted(
                comparingLong((LocalDate day) -> Math.abs(day.toEpochDay() - date.toEpochDay())))
            .limit(MOST_NAMED)
            .sorted()
            .map(LocalDate::toString)
            .collect(joining(", "));
    String advice =
        nights.isEmpty()
            ? "no valid spectrum of it has a time that is known to 0.1 d; see 'novacat status'"
            : "the nearest nights are %s".formatted(nights);
    return new UserError(
        "Cannot join spectra of '%s': no valid one is of the night %s (%s)"
            .formatted(nova, date, advice));
  }

  private UserError unknown(SortedSet<String> known, String wanted) {
    return new UserError(
        "Cannot join spectra of '%s': none of the night %s is of instrument '%s' (give one of %s)"
            .formatted(nova, date, wanted, quoted(known.stream())));
  }

  private UserError several(List<String> meant) {
    return new UserError(
        "Cannot join spectra of '%s': those of the night %s are of %s instruments (give --instrument with one of %s)"
            .formatted(nova, date, meant.size(), quoted(meant.stream())));
  }

  private static String quoted(Stream<String> names) {
    return names.map(name -> "'" + name + "'").collect(joining(", "));
  }

  private static LocalDate dateOf(List<SpectraProduct> night) {
    return LocalDate.ofEpochDay((long) Math.floor(mjd(night.get(0))) - MJD_OF_1970);
  }

  /** Whether its time tells its night. */
  static boolean isSharp(SpectraProduct product) {
    return epoch(product).isSharp() && !epoch(product).isLong();
  }

  static Epoch epoch(SpectraProduct product) {
    SpectrumSummary summary = summary(product);
    return new Epoch(
        summary.observationMjd(),
        summary.observationPrecisionDays(),
        summary.observationSpanDays());
  }

  private static double mjd(SpectraProduct product) {
    return requireNonNull(summary(product).observationMjd(), "no time");
  }

  static SpectrumSummary summary(SpectraProduct product) {
    return requireNonNull(product.summary(), "no summary");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
