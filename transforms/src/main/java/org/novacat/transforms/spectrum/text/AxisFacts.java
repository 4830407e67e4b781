package org.novacat.transforms.spectrum.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.novacat.layouts.axis.WavelengthUnit;
import org.novacat.layouts.spectrum.ColumnRole;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.transforms.spectrum.text.column.LengthUnits;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.fact.FileFacts;
import org.novacat.transforms.spectrum.text.fact.Mediums;
import org.novacat.transforms.spectrum.text.fact.TextFact;
import org.novacat.transforms.spectrum.text.source.TextRefusedException;

/**
 * What wavelengths are counted in, and their medium. A unit is stated by the file or beside it, or
 * goes without saying in a convention; it is never guessed from the size of numbers.
 *
 * @param unit as it is spelt where it is stated
 * @param unitSource where that is
 * @param scale whether the column holds logarithms
 * @param medium UNKNOWN when nothing says it, or two places differ
 * @param mediumSource how it is known
 * @param notes what had to be settled, a sentence each
 */
record AxisFacts(
    String unit,
    String unitSource,
    WavelengthUnit.Scale scale,
    Medium medium,
    MediumSource mediumSource,
    List<String> notes) {

  private record Unit(String unit, String source) {}

  /**
   * The facts of the axis of a file.
   *
   * @throws TextRefusedException when nothing says the unit, or two places differ
   */
  static AxisFacts of(
      String fileName,
      TextColumn column,
      FileFacts facts,
      StatedFacts stated,
      TextProfile profile) {
    Unit unit = unit(fileName, column, facts, stated, profile);
    List<String> notes = notes(column, facts);
    Known medium = known(mediums(column, facts, stated), profile, notes);
    return new AxisFacts(
        unit.unit, unit.source, scale(column), medium.medium, medium.source, notes);
  }

  private record Known(Medium medium, MediumSource source) {}

  /** The medium, unless two are said; by the convention where none is. */
  private static Known known(Set<Medium> said, TextProfile profile, List<String> notes) {
    if (said.size() > 1) {
      notes.add("Air and vacuum are both said of the wavelengths: their medium is not known.");
      return new Known(Medium.UNKNOWN, MediumSource.UNKNOWN);
    }
    if (!said.isEmpty()) {
      return new Known(said.iterator().next(), MediumSource.HEADER);
    }
    return profile.medium().isEmpty()
        ? new Known(Medium.UNKNOWN, MediumSource.UNKNOWN)
        : new Known(Medium.valueOf(profile.medium()), MediumSource.valueOf(profile.mediumSource()));
  }

  private static List<String> notes(TextColumn column, FileFacts facts) {
    List<String> notes = new ArrayList<>();
    if (column.says("rest")) {
      notes.add(
          "The wavelengths are at rest by the name of their column, and are not shifted back.");
    }
    for (FileFacts.Said frame : facts.of(TextFact.FRAME)) {
      notes.add(
          "The frame of the wavelengths is '%s'; nothing is applied.".formatted(frame.value()));
    }
    return notes;
  }

  /** By the unit of the column, else by its name. */
  private static WavelengthUnit.Scale scale(TextColumn column) {
    WavelengthUnit.Scale byUnit = WavelengthUnit.of(column.unit()).scale();
    boolean named = column.is(ColumnRole.LOG_WAVELENGTH);
    return named && byUnit == WavelengthUnit.Scale.LINEAR ? WavelengthUnit.Scale.LOG10 : byUnit;
  }

  private static Set<Medium> mediums(TextColumn column, FileFacts facts, StatedFacts stated) {
    Set<Medium> found = new LinkedHashSet<>(Mediums.said(facts));
    found.add(WavelengthUnit.of(column.unit()).medium());
    found.add(WavelengthUnit.of(stated.text(StatedFact.WAVELENGTH_UNIT).orElse("")).medium());
    facts
        .of(TextFact.WAVELENGTH_UNIT)
        .forEach(unit -> found.add(WavelengthUnit.of(unit.value()).medium()));
    String beside = stated.text(StatedFact.MEDIUM).orElse("").toLowerCase(Locale.ROOT);
    if (column.says("air") || beside.startsWith("air")) {
      found.add(Medium.AIR);
    }
    if (column.says("vacuum") || beside.startsWith("vac")) {
      found.add(Medium.VACUUM);
    }
    found.remove(Medium.UNKNOWN);
    return found;
  }

  private static Unit unit(
      String fileName,
      TextColumn column,
      FileFacts facts,
      StatedFacts stated,
      TextProfile profile) {
    List<Unit> said = said(column, facts);
    List<Unit> lengths = said.stream().filter(one -> LengthUnits.is(one.unit)).toList();
    String beside = WavelengthUnit.of(stated.text(StatedFact.WAVELENGTH_UNIT).orElse("")).unit();
    if (!beside.isEmpty()) {
      return beside(fileName, new Unit(beside, stated.from()), lengths);
    }
    if (lengths.size() > 1) {
      throw contradict(fileName, lengths.get(0), lengths.get(1));
    }
    if (!lengths.isEmpty()) {
      return lengths.get(0);
    }
    if (!said.isEmpty()) {
      throw noLength(fileName, said.get(0));
    }
    if (profile.wavelengthUnit().isEmpty()) {
      throw missing(fileName);
    }
    return new Unit(profile.wavelengthUnit(), profile.id());
  }

  /** What is stated beside a file settles what it contradicts itself in, and nothing else. */
  private static Unit beside(String fileName, Unit beside, List<Unit> lengths) {
    if (!LengthUnits.is(beside.unit)) {
      throw noLength(fileName, beside);
    }
    boolean agrees =
        lengths.isEmpty()
            || lengths.stream().anyMatch(one -> LengthUnits.same(one.unit, beside.unit));
    if (!agrees) {
      throw contradict(fileName, lengths.get(0), beside);
    }
    return beside;
  }

  /** Different units that the file states, each with its place. */
  private static List<Unit> said(TextColumn column, FileFacts facts) {
    List<Unit> all = new ArrayList<>();
    String own = WavelengthUnit.of(column.unit()).unit();
    add(new Unit(own, "column '%s'".formatted(column.name())), all);
    for (FileFacts.Said one : facts.of(TextFact.WAVELENGTH_UNIT)) {
      add(new Unit(WavelengthUnit.of(one.value()).unit(), one.source()), all);
    }
    for (FileFacts.Said one : facts.of(TextFact.UNITS)) {
      if (LengthUnits.is(one.value())) {
        add(new Unit(one.value(), one.source()), all);
      }
    }
    return all;
  }

  private static void add(Unit unit, List<Unit> all) {
    boolean known = all.stream().anyMatch(one -> LengthUnits.same(one.unit, unit.unit));
    if (!unit.unit.isBlank() && !known) {
      all.add(unit);
    }
  }

  private static TextRefusedException missing(String fileName) {
    return Remedies.state(
        QuarantineReason.UNKNOWN_UNITS,
        "AXIS_UNIT_MISSING",
        fileName,
        "nothing says the unit of its wavelengths",
        StatedFact.WAVELENGTH_UNIT,
        "Angstrom or nm");
  }

  private static TextRefusedException contradict(String fileName, Unit one, Unit other) {
    return Remedies.state(
        QuarantineReason.UNKNOWN_UNITS,
        "AXIS_UNIT_CONTRADICTED",
        fileName,
        "%s says that its wavelengths are in '%s', and %s that they are in '%s'"
            .formatted(one.source, one.unit, other.source, other.unit),
        StatedFact.WAVELENGTH_UNIT,
        one.unit);
  }

  private static TextRefusedException noLength(String fileName, Unit unit) {
    if (LengthUnits.unit(unit.unit).isPresent()) {
      return new TextRefusedException(
          QuarantineReason.NOT_A_SPECTRUM,
          "AXIS_NOT_WAVELENGTH",
          "Cannot read '%s': its axis is in '%s' by %s, which is no length (write wavelengths)"
              .formatted(fileName, unit.unit, unit.source));
    }
    return Remedies.state(
        QuarantineReason.UNKNOWN_UNITS,
        "AXIS_UNIT_UNKNOWN",
        fileName,
        "the unit of its wavelengths, '%s' by %s, is not known".formatted(unit.unit, unit.source),
        StatedFact.WAVELENGTH_UNIT,
        "Angstrom or nm");
  }
}
