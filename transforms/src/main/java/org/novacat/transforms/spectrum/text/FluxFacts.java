package org.novacat.transforms.spectrum.text;

import static org.novacat.layouts.spectrum.FluxCalibration.ABSOLUTE;
import static org.novacat.layouts.spectrum.FluxCalibration.NORMALIZED;
import static org.novacat.layouts.spectrum.FluxCalibration.RELATIVE;
import static org.novacat.layouts.spectrum.FluxCalibration.UNCALIBRATED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.layouts.unit.FluxDensity;
import org.novacat.layouts.unit.Unit;
import org.novacat.layouts.unit.UnitReading;
import org.novacat.layouts.unit.UnitWord;
import org.novacat.layouts.unit.Units;
import org.novacat.transforms.spectrum.text.column.LengthUnits;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.fact.FileFacts;
import org.novacat.transforms.spectrum.text.fact.TextFact;
import org.novacat.transforms.spectrum.text.source.TextRefusedException;
import org.novacat.transforms.text.Numbers;

/**
 * What fluxes are counted in, and what they are worth.
 *
 * @param unit as it is spelt where it is stated; "" when it is not, or two places differ
 * @param calibration never more than the unit allows
 * @param notes what had to be settled, a sentence each
 * @param byConvention whether nothing but the convention of the file gives the unit
 */
record FluxFacts(
    String unit, FluxCalibration calibration, List<String> notes, boolean byConvention) {
  /** A flux of which the density was forgotten: erg s⁻¹ cm⁻². */
  private static final String NO_DENSITY = "erg/s/cm2";

  private record Said(String unit, String source) {}

  /**
   * The facts of the fluxes of a file.
   *
   * @throws TextRefusedException when the unit is none that is known
   */
  static FluxFacts of(
      String fileName,
      TextColumn column,
      FileFacts facts,
      StatedFacts stated,
      TextProfile profile) {
    List<String> notes = new ArrayList<>();
    String unit = unit(fileName, column, facts, stated, profile, notes);
    String scaled = scaled(unit, facts, notes);
    FluxCalibration said = said(column, facts, stated, notes);
    FluxCalibration calibration = calibration(scaled, said, profile, notes);
    boolean convention = known(fileName, all(column, facts), stated).isEmpty();
    return new FluxFacts(scaled, unlessScaled(calibration, facts, notes), notes, convention);
  }

  /** A factor of which nothing says whether it is in the numbers leaves only their shape. */
  private static FluxCalibration unlessScaled(
      FluxCalibration calibration, FileFacts facts, List<String> notes) {
    List<FileFacts.Said> factors =
        facts.of(TextFact.FLUX_SCALE).stream()
            .filter(said -> Numbers.parse(said.value()) != 1)
            .toList();
    if (factors.isEmpty()) {
      return calibration;
    }
    notes.add(
        "%s is '%s'; nothing says whether fluxes were multiplied by it, so they are no better than relative."
            .formatted(factors.get(0).source(), factors.get(0).value()));
    return calibration == ABSOLUTE ? RELATIVE : calibration;
  }

  private static String unit(
      String fileName,
      TextColumn column,
      FileFacts facts,
      StatedFacts stated,
      TextProfile profile,
      List<String> notes) {
    List<Said> known = known(fileName, all(column, facts), stated);
    if (known.size() > 1) {
      notes.add(
          "The unit of the flux is '%s' by %s and '%s' by %s, so it is not known."
              .formatted(
                  known.get(0).unit, known.get(0).source, known.get(1).unit, known.get(1).source));
      return "";
    }
    return known.isEmpty() ? profile.fluxUnit() : known.get(0).unit;
  }

  /** Units that are known, each once; what is stated beside the file settles a contradiction. */
  private static List<Said> known(String fileName, List<Said> all, StatedFacts stated) {
    List<Said> known = new ArrayList<>(all.stream().filter(one -> isKnown(one.unit)).toList());
    String unit = stated.text(StatedFact.FLUX_UNIT).orElse("").strip();
    if (unit.isEmpty()) {
      if (known.isEmpty() && !all.isEmpty()) {
        throw unknown(fileName, all.get(0));
      }
      return known;
    }
    Said beside = new Said(unit, stated.from());
    if (!isKnown(unit)) {
      throw unknown(fileName, beside);
    }
    if (known.stream().anyMatch(one -> LengthUnits.same(one.unit, unit))) {
      return List.of(beside);
    }
    known.add(beside);
    return known;
  }

  /** Different units that the file states, each with its place. */
  private static List<Said> all(TextColumn column, FileFacts facts) {
    List<Said> all = new ArrayList<>();
    add(new Said(column.unit(), "column '%s'".formatted(column.name())), all);
    facts.of(TextFact.FLUX_UNIT).forEach(one -> add(new Said(one.value(), one.source()), all));
    for (FileFacts.Said one : facts.of(TextFact.UNITS)) {
      if (!LengthUnits.is(one.value())) {
        add(new Said(one.value(), one.source()), all);
      }
    }
    return all;
  }

  private static void add(Said unit, List<Said> all) {
    boolean there = all.stream().anyMatch(one -> LengthUnits.same(one.unit, unit.unit));
    if (!unit.unit.isBlank() && !there) {
      all.add(unit);
    }
  }

  private static boolean isKnown(String unit) {
    return Units.parse(unit).match(understood -> true, worded -> true, unknown -> false);
  }

  private static TextRefusedException unknown(String fileName, Said unit) {
    return Remedies.state(
        QuarantineReason.UNKNOWN_UNITS,
        "FLUX_UNIT_UNKNOWN",
        fileName,
        "the unit of its flux, '%s' by %s, is not known".formatted(unit.unit, unit.source),
        StatedFact.FLUX_UNIT,
        "erg/s/cm2/Angstrom, or relative");
  }

  /** The unit with the factor before it that the file states beside it. */
  private static String scaled(String unit, FileFacts facts, List<String> notes) {
    for (FileFacts.Said said : facts.of(TextFact.UNIT_FACTOR)) {
      double factor = Numbers.parse(said.value());
      Unit understood = LengthUnits.unit(unit).orElse(null);
      if (understood == null || Double.isNaN(factor)) {
        notes.add("The factor '%s' of %s is not applied.".formatted(said.value(), said.source()));
      } else if (understood.factor() == 1 && factor != 1) {
        notes.add("The unit of the flux has the factor %s of %s.".formatted(factor, said.source()));
        return factor + " " + unit;
      } else if (understood.factor() != factor) {
        notes.add(
            "The flux has the factor %s by its unit and %s by %s: that of its unit is taken."
                .formatted(understood.factor(), factor, said.source()));
      }
    }
    return unit;
  }

  /** What the file, or somebody beside it, says of the worth; null when nobody does. */
  private static @Nullable FluxCalibration said(
      TextColumn column, FileFacts facts, StatedFacts stated, List<String> notes) {
    List<FluxCalibration> all = new ArrayList<>();
    facts.of(TextFact.CALIBRATION).forEach(one -> addWord(one.value(), all));
    stated.text(StatedFact.FLUX_CALIBRATION).ifPresent(word -> addWord(word, all));
    if (column.says("normalized")) {
      all.add(NORMALIZED);
    }
    if (column.says("relative")) {
      all.add(RELATIVE);
    }
    List<FluxCalibration> different = all.stream().distinct().sorted().toList();
    if (different.size() > 1) {
      notes.add(
          "The flux is said to be both %s and %s.".formatted(different.get(0), different.get(1)));
    }
    // The constants are declared from best to worst: the worst is right at least.
    return different.isEmpty() ? null : different.get(different.size() - 1);
  }

  private static void addWord(String word, List<FluxCalibration> all) {
    String small = word.strip().toLowerCase(Locale.ROOT);
    if (small.startsWith("abs")) {
      all.add(ABSOLUTE);
    } else if (small.startsWith("rel") || small.startsWith("arb")) {
      all.add(RELATIVE);
    } else if (small.startsWith("norm") || small.startsWith("cont") || small.startsWith("rect")) {
      all.add(NORMALIZED);
    } else if (small.startsWith("unc") || small.startsWith("no") || small.equals("false")) {
      all.add(UNCALIBRATED);
    }
  }

  private static FluxCalibration calibration(
      String unit, @Nullable FluxCalibration said, TextProfile profile, List<String> notes) {
    FluxCalibration byUnit =
        Units.parse(unit)
            .match(
                understood -> ofUnit(unit, understood.unit(), notes),
                worded -> ofWord(worded, profile, said, notes),
                unknown -> UNCALIBRATED);
    if (said == null) {
      return byUnit;
    }
    if (said == ABSOLUTE && byUnit != ABSOLUTE) {
      notes.add(
          "The flux is said to be absolute, and its unit '%s' is no flux density.".formatted(unit));
      return byUnit;
    }
    return said;
  }

  private static FluxCalibration ofUnit(String spelt, Unit unit, List<String> notes) {
    if (FluxDensity.from(unit.bare()).isPresent()) {
      return ABSOLUTE;
    }
    boolean flux =
        LengthUnits.unit(NO_DENSITY).map(of -> unit.factorTo(of).isPresent()).orElse(false);
    notes.add(
        "The unit of the flux, '%s' as it is stated, is no flux density: %s."
            .formatted(
                spelt,
                flux
                    ? "it lacks 'per wavelength' or 'per frequency', so fluxes are relative"
                    : "fluxes are not calibrated"));
    return flux ? RELATIVE : UNCALIBRATED;
  }

  private static FluxCalibration ofWord(
      UnitReading.Worded worded,
      TextProfile profile,
      @Nullable FluxCalibration said,
      List<String> notes) {
    if (worded.word() == UnitWord.NORMALIZED) {
      return NORMALIZED;
    }
    if (worded.word() == UnitWord.RELATIVE) {
      return RELATIVE;
    }
    FluxCalibration custom =
        profile.calibration().isEmpty()
            ? UNCALIBRATED
            : FluxCalibration.valueOf(profile.calibration());
    FluxCalibration taken = said == null || said == ABSOLUTE ? custom : said;
    notes.add(
        "Nothing says the unit of the flux: fluxes are taken as %s."
            .formatted(taken.name().toLowerCase(Locale.ROOT)));
    return taken;
  }
}
