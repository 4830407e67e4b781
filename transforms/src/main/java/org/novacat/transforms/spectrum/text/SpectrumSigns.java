package org.novacat.transforms.spectrum.text;

import static org.novacat.layouts.spectrum.ColumnRole.BAND;
import static org.novacat.layouts.spectrum.ColumnRole.FLUX;
import static org.novacat.layouts.spectrum.ColumnRole.LINE;
import static org.novacat.layouts.spectrum.ColumnRole.LOG_FLUX;
import static org.novacat.layouts.spectrum.ColumnRole.LOG_WAVELENGTH;
import static org.novacat.layouts.spectrum.ColumnRole.MAGNITUDE;
import static org.novacat.layouts.spectrum.ColumnRole.OTHER_AXIS;
import static org.novacat.layouts.spectrum.ColumnRole.TIME;
import static org.novacat.layouts.spectrum.ColumnRole.TRANSMISSION;
import static org.novacat.layouts.spectrum.ColumnRole.WAVELENGTH;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.novacat.layouts.spectrum.ColumnRole;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.source.TextRefusedException;
import org.novacat.transforms.spectrum.text.table.Directive;
import org.novacat.transforms.spectrum.text.table.TextTable;

/** What names, units and UCDs of columns say a table is. */
final class SpectrumSigns {
  private static final Pattern GENERIC =
      Pattern.compile("(?i)(?:col(?:umn)?|c|v|x|field|f|unnamed:?)?[ _]?\\d*|[xyz]");

  /** Names with values of reports to the AAVSO, and what they say. */
  private static final Pattern REPORT = Pattern.compile("(?i)extended|visual|aavso ext.*");

  private SpectrumSigns() {}

  /** What a table is, and the sign of it. */
  record Verdict(TextKind.Kind kind, String reason) {}

  /** Whether a name is one that programs give where nobody gave one. */
  static boolean isGeneric(String name) {
    return GENERIC.matcher(name.strip()).matches();
  }

  /**
   * Refuses a table that is surely no spectrum.
   *
   * @throws TextRefusedException when it is none
   */
  static void check(String fileName, TextTable table) {
    Verdict verdict = of(table).orElse(null);
    if (verdict == null || verdict.kind() == TextKind.Kind.SPECTRUM) {
      return;
    }
    boolean lightCurve = verdict.kind() == TextKind.Kind.LIGHT_CURVE;
    throw new TextRefusedException(
        QuarantineReason.NOT_A_SPECTRUM,
        lightCurve ? "LIGHT_CURVE" : "OTHER_TABLE",
        "Cannot read '%s' as a spectrum: %s%s"
            .formatted(
                fileName,
                verdict.reason(),
                lightCurve
                    ? " (register it with `novacat register --photometry`)"
                    : " (state wavelength_column and flux_column in a sidecar if it is one)"));
  }

  /** Empty when its columns do not say. */
  static Optional<Verdict> of(TextTable table) {
    for (Directive directive : table.directives()) {
      if (directive.plain().equals("type") && REPORT.matcher(directive.value()).matches()) {
        return light("it is a report to the AAVSO");
      }
    }
    return of(table.columns());
  }

  static Optional<Verdict> of(List<TextColumn> columns) {
    boolean axis = has(columns, WAVELENGTH, LOG_WAVELENGTH, OTHER_AXIS);
    boolean flux = has(columns, FLUX);
    if (has(columns, TIME)) {
      return axis
          ? other(named(columns, TIME) + " is a time, and there is an axis of wavelengths too")
          : light(named(columns, TIME) + " is a time");
    }
    if (has(columns, BAND)) {
      return other(named(columns, BAND) + " says a filter, as in tables of photometry");
    }
    if (!flux && has(columns, MAGNITUDE)) {
      return other(named(columns, MAGNITUDE) + " is a magnitude and no flux");
    }
    if (axis && has(columns, LINE)) {
      return other(named(columns, LINE) + " makes it a list of spectral lines");
    }
    return axis && flux
        ? Optional.of(new Verdict(TextKind.Kind.SPECTRUM, "it has wavelengths and fluxes"))
        : withoutFlux(columns, flux);
  }

  private static Optional<Verdict> withoutFlux(List<TextColumn> columns, boolean flux) {
    if (!flux && has(columns, TRANSMISSION)) {
      return other(named(columns, TRANSMISSION) + " is no light of a star");
    }
    return !flux && has(columns, LOG_FLUX)
        ? other(
            named(columns, LOG_FLUX)
                + " is the logarithm of a flux (write the flux itself into the table)")
        : Optional.empty();
  }

  private static Optional<Verdict> light(String reason) {
    return Optional.of(new Verdict(TextKind.Kind.LIGHT_CURVE, reason));
  }

  private static Optional<Verdict> other(String reason) {
    return Optional.of(new Verdict(TextKind.Kind.NEITHER, reason));
  }

  private static boolean has(List<TextColumn> columns, ColumnRole... roles) {
    List<ColumnRole> wanted = List.of(roles);
    return columns.stream().anyMatch(c -> c.role() != null && wanted.contains(c.role()));
  }

  private static String named(List<TextColumn> columns, ColumnRole role) {
    return columns.stream()
        .filter(c -> c.is(role))
        .map(c -> "column '%s'".formatted(c.name()))
        .findFirst()
        .orElse("a column");
  }
}
