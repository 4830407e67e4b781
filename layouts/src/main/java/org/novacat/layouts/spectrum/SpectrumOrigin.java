package org.novacat.layouts.spectrum;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.novacat.layouts.text.Excerpt;

/**
 * What made a spectrum, and of a star with which parameters: what the contract of the spectral Zarr
 * store asks of each of its rows, and a file does not say of itself.
 *
 * @param sourceType what made it
 * @param fluxType what its values are
 * @param simulator name of the code that computed it; "" when none is stated
 * @param teff effective temperature, K; NaN when it is not stated
 * @param logg surface gravity, log10 of cm s-2; NaN when it is not stated
 * @param feh iron over hydrogen, dex of that of the Sun; NaN when it is not stated
 */
public record SpectrumOrigin(
    SourceType sourceType,
    FluxType fluxType,
    String simulator,
    double teff,
    double logg,
    double feh)
    implements Serializable {
  /** Of an observed flux of which nothing else is stated. */
  public static final SpectrumOrigin UNSTATED =
      new SpectrumOrigin(
          SourceType.OBSERVED, FluxType.FLUX, "", Double.NaN, Double.NaN, Double.NaN);

  /**
   * The coldest brown dwarf that is known has some 250 K, young neutron stars 1e7 K. Who writes the
   * logarithm, or thousands of kelvins, is below it.
   */
  private static final Range TEFF = new Range(100, 1e8, "from 100 to 1e8, in K");

  /** Neutron stars have 14.5, giants about 0. */
  private static final Range LOGG = new Range(-20, 20, "from -20 to 20, a log10 of cm s-2");

  /** Wider than any star, and than the models of the first ones. */
  private static final Range FEH = new Range(-10, 10, "from -10 to 10, in dex");

  /** Characters of a value in a message. */
  private static final int SHOWN = 80;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[EeDd][+-]?\\d{1,3})?");

  /** Tables write -9.99, 99.99 or 9999.0 where they have no value. */
  private static final Pattern NINES = Pattern.compile("[+-]?(?:9{3,}(?:\\.0*)?|9+\\.9{2,}0*)");

  /**
   * Where a value may lie.
   *
   * @param words the same, for people
   */
  private record Range(double least, double most, String words) {
    boolean has(double value) {
      return value >= least && value <= most;
    }
  }

  public SpectrumOrigin {
    requireNonNull(sourceType, "sourceType is null");
    requireNonNull(fluxType, "fluxType is null");
    requireNonNull(simulator, "simulator is null");
  }

  /**
   * What is stated of a spectrum; what is not stated is as in {@link #UNSTATED}. Capital letters
   * count as small ones.
   *
   * @throws IllegalArgumentException when a value is no such word or number, or lies where no star
   *     is, or a simulator is stated of a spectrum that is observed; the message says where it
   *     stands and what to do
   */
  public static SpectrumOrigin of(StatedFacts stated) {
    SourceType source =
        word(stated, StatedFact.SOURCE_TYPE, SourceType.values(), SourceType::code)
            .orElse(UNSTATED.sourceType());
    return new SpectrumOrigin(
        source,
        word(stated, StatedFact.FLUX_TYPE, FluxType.values(), FluxType::code)
            .orElse(UNSTATED.fluxType()),
        simulator(stated, source),
        number(stated, StatedFact.TEFF, TEFF),
        number(stated, StatedFact.LOGG, LOGG),
        number(stated, StatedFact.FEH, FEH));
  }

  private static <T> Optional<T> word(
      StatedFacts stated, StatedFact fact, T[] values, Function<T, String> code) {
    String text = text(stated, fact);
    Optional<T> found =
        Arrays.stream(values).filter(one -> code.apply(one).equalsIgnoreCase(text)).findFirst();
    if (found.isEmpty() && !text.isEmpty()) {
      String words = Arrays.stream(values).map(code).collect(Collectors.joining(", "));
      throw wrong(stated, fact, "it is none of " + words, "write one of them, or leave it out");
    }
    return found;
  }

  /** Who names a code and forgets to say that it made the spectrum would have it as observed. */
  private static String simulator(StatedFacts stated, SourceType source) {
    String text = text(stated, StatedFact.SIMULATOR);
    if (!text.isEmpty() && !source.mayBeComputed()) {
      throw wrong(
          stated,
          StatedFact.SIMULATOR,
          "its source_type is observed, and no code computes what is observed",
          "state source_type, such as synthetic, or leave out simulator");
    }
    return text;
  }

  private static double number(StatedFacts stated, StatedFact fact, Range range) {
    String text = text(stated, fact);
    if (text.isEmpty()) {
      return Double.NaN;
    }
    double value = parse(text);
    if (!range.has(value)) {
      throw wrong(
          stated,
          fact,
          "it is no number " + range.words(),
          "write one, or leave it out where it is not known");
    }
    checkMeant(stated, fact, text);
    return value;
  }

  private static double parse(String text) {
    return NUMBER.matcher(text).matches()
        ? Double.parseDouble(text.replace('D', 'E').replace('d', 'e'))
        : Double.NaN;
  }

  private static void checkMeant(StatedFacts stated, StatedFact fact, String text) {
    if (NINES.matcher(text).matches()) {
      throw wrong(
          stated,
          fact,
          "in many tables it stands for no value",
          "leave it out where it is not known; where it is meant, write it with an exponent, as 9.999e3");
    }
  }

  private static String text(StatedFacts stated, StatedFact fact) {
    return stated.text(fact).orElse("").strip();
  }

  private static IllegalArgumentException wrong(
      StatedFacts stated, StatedFact fact, String why, String remedy) {
    return new IllegalArgumentException(
        "Cannot use %s = '%s' of %s: %s (%s)"
            .formatted(
                fact.key(), Excerpt.of(text(stated, fact), SHOWN), stated.from(), why, remedy));
  }
}
