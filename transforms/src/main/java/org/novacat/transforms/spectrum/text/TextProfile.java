package org.novacat.transforms.spectrum.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.novacat.layouts.spectrum.ColumnWords;
import org.novacat.layouts.text.Tsv;
import org.novacat.transforms.spectrum.text.source.TextLine;
import org.novacat.transforms.spectrum.text.table.Directive;
import org.novacat.transforms.spectrum.text.table.TextTable;

/**
 * A convention of writing spectra as text (resource {@code text-profiles.tsv}), and what its
 * description says that its files do not.
 *
 * @param id {@code id@version}
 * @param what how it is told, and what goes without saying
 * @param wavelengthUnit "" where files have to state it
 * @param fluxUnit "" where files have to state it
 * @param medium {@code AIR} or {@code VACUUM}; "" where nothing is known
 * @param mediumSource a name of {@code MediumSource}; "" without a medium
 * @param calibration a name of {@code FluxCalibration}; "" where the unit decides
 */
public record TextProfile(
    String id,
    String what,
    String wavelengthUnit,
    String fluxUnit,
    String medium,
    String mediumSource,
    String calibration) {
  private static final List<Rule> RULES =
      Tsv.resource(TextProfile.class, "text-profiles.tsv").rows().stream().map(Rule::of).toList();

  private record Rule(
      TextProfile profile,
      String format,
      Set<String> keys,
      Pattern text,
      Set<String> columns,
      boolean any) {
    static Rule of(Tsv.Row row) {
      TextProfile profile =
          new TextProfile(
              row.cell("profile"),
              row.cell("what"),
              row.cell("wavelength_unit"),
              row.cell("flux_unit"),
              row.cell("medium"),
              row.cell("medium_source"),
              row.cell("calibration"));
      Set<String> keys = Set.copyOf(row.words("keys"));
      Set<String> columns = Set.copyOf(row.words("columns"));
      boolean alone = keys.isEmpty() && columns.isEmpty() && row.cell("text").isEmpty();
      Pattern text = Pattern.compile(row.cell("text").isEmpty() ? "(?!)" : row.cell("text"));
      return new Rule(profile, row.cell("format"), keys, text, columns, alone);
    }

    boolean fits(TextTable table) {
      return table.format().equals(format)
          && (any
              || table.directives().stream().map(Directive::plain).anyMatch(keys::contains)
              || table.prose().stream().anyMatch(this::says)
              || hasColumns(table));
    }

    private boolean says(TextLine line) {
      return text.matcher(line.said().toLowerCase(Locale.ROOT)).find();
    }

    private boolean hasColumns(TextTable table) {
      Set<String> names =
          table.columns().stream()
              .map(column -> ColumnWords.plain(column.name()))
              .collect(Collectors.toCollection(HashSet::new));
      return !columns.isEmpty() && names.equals(columns);
    }
  }

  /** The convention of a table: the first that fits, and columns of numbers at the least. */
  static TextProfile of(TextTable table) {
    return RULES.stream()
        .filter(rule -> rule.fits(table))
        .map(Rule::profile)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no profile of format " + table.format()));
  }

  /** All conventions in the order in which they are asked. */
  public static List<TextProfile> all() {
    return RULES.stream().map(Rule::profile).toList();
  }
}
