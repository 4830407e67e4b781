package org.novacat.transforms.photometry.read.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.FluxUnits;
import org.novacat.transforms.photometry.read.column.LimitFlag;
import org.novacat.transforms.photometry.read.column.MagnitudeSystems;
import org.novacat.transforms.photometry.read.column.NumberKind;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.sidecar.SidecarKey;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.text.Numbers;

/** Finds out what kinds of numbers the columns of values hold, and how sure that is. */
final class ValueFinder {
  /** {@code 25.0}, {@code 25.0 (AB)}. */
  private static final Pattern ZERO_POINT = Pattern.compile("([\\d.]+)\\s*(?:mag)?\\W*(.*)");

  /** What a comment says of values that are no standard ones, or not as observed. */
  private static final Pattern AGAINST =
      Pattern.compile(
          "(?i)(?<!(?:not|without|un)[ -]{0,2}(?:been |yet ){0,1})\\b(?:(?:instrumental|differential)"
              + " mag(?:nitude)?s?|dereddened|k-corrected|(?:extinction|reddening)[ -]corrected"
              + "|corrected for (?:(?:galactic|interstellar) )?(?:extinction|reddening|the host))\\b");

  /** {@code mag (or limit)}, {@code mag/limit}. */
  private static final Pattern OR_LIMIT =
      Pattern.compile(
          "(?i)(?:\\bor\\b|/|\\band\\b|,|\\()\\s*(?:(?:upper|lower|mag)[ _-]*)?lim(?:its?)?\\b");

  private static final Pattern JANSKY = Pattern.compile("(?:.*?)(u|m|n)?jy");

  private final RawTable table;
  private final Sidecar sidecar;
  private final Roles roles;
  private final List<String> notes;

  /**
   * @param notes takes what a sidecar says against the file, and what it says in vain
   */
  ValueFinder(RawTable table, Sidecar sidecar, Roles roles, List<String> notes) {
    this.table = table;
    this.sidecar = sidecar;
    this.roles = roles;
    this.notes = notes;
  }

  List<ValuePlan> values() {
    List<Integer> columns = new ArrayList<>(roles.all(Role.VALUE));
    if (columns.isEmpty() || table.conventions().either()) {
      columns.addAll(roles.all(Role.FLUX));
    }
    columns.addAll(roles.all(Role.BAND_VALUE));
    List<ValuePlan> values = columns.stream().map(this::value).toList();
    asserted(Role.MAGNITUDE_SYSTEM, SidecarKey.MAGNITUDE_SYSTEM);
    asserted(Role.UNIT, SidecarKey.UNIT);
    Double zero = sidecar.zeroPoint();
    if (zero != null) {
      asserted(Role.ZERO_POINT, "zero-point", zero.toString());
    }
    if (zero != null && values.stream().noneMatch(value -> isCounted(value.kind()))) {
      notes.add("The sidecar's zero-point changes nothing: no value is in units of a detector");
    }
    return values;
  }

  /** A sidecar goes before a column of the file. */
  private void asserted(Role role, SidecarKey key) {
    asserted(role, key.key(), sidecar.text(key));
  }

  private void asserted(Role role, String key, String said) {
    if (!said.isEmpty() && roles.has(role)) {
      notes.add(
          "The sidecar says %s '%s' whatever column '%s' says"
              .formatted(key, said, label(roles.index(role))));
    }
  }

  private boolean isCounted(ValueKind kind) {
    return kind.unit().equals("Jy") && kind.factor() != 1;
  }

  private ValuePlan value(int column) {
    boolean bounds = roles.has(Role.BOUND_LOW) && roles.has(Role.BOUND_HIGH);
    ValueKind kind = isFlux(column) ? flux(column) : magnitude(column);
    return new ValuePlan(
        column,
        kind.doubted(doubt(column)),
        roles.errorOf(column),
        roles.besideOf(column, bounds ? Role.BOUND_LOW : Role.ERROR_LOW),
        roles.besideOf(column, bounds ? Role.BOUND_HIGH : Role.ERROR_HIGH),
        bounds,
        roles.bandOf(column),
        Signs.of(roles, column, kind.isMagnitude(), sidecar.text(SidecarKey.UNIT)));
  }

  /** What the header of the column or a comment says against its values. */
  private String doubt(int column) {
    if (NumberKind.of(roles.column(column)) == NumberKind.DERIVED) {
      return "'%s' is not as observed".formatted(label(column));
    }
    boolean flagged = roles.flagsOf(column).stream().anyMatch(LimitFlag::isForLimits);
    if (!flagged && OR_LIMIT.matcher(label(column)).find()) {
      return "'%s' may be a limit, and nothing says of which row".formatted(label(column));
    }
    Matcher said = AGAINST.matcher(table.facts().get(ColumnFacts.TEXT));
    boolean vouched = !sidecar.text(SidecarKey.MAGNITUDE_SYSTEM).isEmpty();
    return said.find() && !vouched ? "the file says '%s'".formatted(said.group()) : "";
  }

  /** Whether a line says what {@link #doubt} takes into account. */
  static boolean isAgainst(String line) {
    return AGAINST.matcher(line).find();
  }

  private String label(int column) {
    return roles.column(column).label();
  }

  private boolean isFlux(int column) {
    String unit = roles.column(column).unit();
    boolean known = FluxUnits.of(unit).isKnown();
    boolean flux = roles.all(Role.FLUX).contains(column);
    return flux
        ? known || MagnitudeSystems.inLabel(unit) == null
        : known && roles.all(Role.BAND_VALUE).contains(column);
  }

  private ValueKind magnitude(int column) {
    String asserted = sidecar.text(SidecarKey.MAGNITUDE_SYSTEM);
    String named = named(roles.column(column));
    String header = MagnitudeSystems.stated(table.facts().get(ColumnFacts.MAG_SYSTEM));
    contradiction(column, named, header);
    if (!asserted.isEmpty()) {
      return asserted(column, MagnitudeSystems.of(asserted), named);
    }
    String manual = MagnitudeSystems.of(table.conventions().magnitudeSystem());
    String stated = named != null ? named : header;
    return stated != null
        ? ValueKind.magnitude(stated, Confidence.STATED)
        : ValueKind.magnitude(manual, manual == null ? Confidence.ASSUMED : Confidence.KNOWN);
  }

  private ValueKind asserted(int column, @Nullable String system, @Nullable String named) {
    ValueKind kind = ValueKind.magnitude(system, Confidence.STATED);
    boolean against = MagnitudeSystems.INSTRUMENTAL.equals(named) && !Objects.equals(named, system);
    return against
        ? kind.doubted("'%s' is %s by the sidecar alone".formatted(label(column), system))
        : kind;
  }

  private void contradiction(int column, @Nullable String named, @Nullable String header) {
    if (named != null && header != null && !named.equals(header)) {
      notes.add(
          "Column '%s' says %s where the header of the file says %s: the column is believed"
              .formatted(label(column), named, header));
    }
  }

  /** The system in the header, the unit or the description of a column; null when in none. */
  private static @Nullable String named(UploadColumn column) {
    NumberKind kind = NumberKind.of(column);
    if (kind == NumberKind.INSTRUMENTAL || kind == NumberKind.RELATIVE) {
      return MagnitudeSystems.INSTRUMENTAL;
    }
    String unit = MagnitudeSystems.of(column.unit());
    String label =
        unit == null ? MagnitudeSystems.inLabel(column.name() + " " + column.unit()) : unit;
    return label == null ? MagnitudeSystems.inLabel(column.description()) : label;
  }

  private ValueKind flux(int column) {
    ValueKind kind = stated(column);
    boolean detector = kind.needsZeroPoint() || kind.unit().isEmpty();
    Double asserted = sidecar.zeroPoint();
    if (detector && asserted != null) {
      return ValueKind.counted(asserted, zeroJy());
    }
    double zero = detector && sidecar.text(SidecarKey.UNIT).isEmpty() ? headerZero() : Double.NaN;
    return Double.isNaN(zero) ? kind : ValueKind.counted(zero, zeroJy());
  }

  private double zeroJy() {
    Double jansky = sidecar.zeroPointJy();
    return jansky == null ? FluxUnits.AB_ZERO_JY : jansky;
  }

  /** The zero point of the header when it is one of AB magnitudes; else NaN. */
  private double headerZero() {
    Matcher said = ZERO_POINT.matcher(table.facts().get(ColumnFacts.ZERO_POINT));
    if (!said.matches()) {
      return Double.NaN;
    }
    String system =
        said.group(2).isBlank() ? fileSystem() : MagnitudeSystems.inLabel(said.group(2));
    boolean sure = MagnitudeSystems.AB.equals(system) || sidecar.zeroPointJy() != null;
    return sure ? Numbers.parse(said.group(1)) : Double.NaN;
  }

  /** The system of the zero points of a column; null when nothing says it. */
  static @Nullable String zeroPointSystem(RawTable table, Sidecar sidecar, UploadColumn column) {
    boolean named = column.plain().contains("ab");
    String asserted = sidecar.text(SidecarKey.MAGNITUDE_SYSTEM);
    for (String said :
        List.of(
            asserted,
            named ? MagnitudeSystems.AB : column.unit(),
            table.facts().get(ColumnFacts.MAG_SYSTEM),
            table.conventions().magnitudeSystem())) {
      String system = MagnitudeSystems.of(said);
      if (system != null) {
        return system;
      }
    }
    return MagnitudeSystems.inLabel(column.description());
  }

  private @Nullable String fileSystem() {
    String asserted = sidecar.text(SidecarKey.MAGNITUDE_SYSTEM);
    return asserted.isEmpty()
        ? MagnitudeSystems.stated(table.facts().get(ColumnFacts.MAG_SYSTEM))
        : MagnitudeSystems.of(asserted);
  }

  /** By a sidecar, the manual of the format, the unit of the column, its name. */
  private ValueKind stated(int column) {
    FluxUnits.Unit asserted = FluxUnits.of(sidecar.text(SidecarKey.UNIT));
    if (asserted.isKnown()) {
      return ValueKind.flux(asserted, Confidence.STATED);
    }
    FluxUnits.Unit manual = FluxUnits.of(table.conventions().fluxUnit());
    if (manual.isKnown()) {
      return ValueKind.flux(manual, Confidence.KNOWN);
    }
    FluxUnits.Unit own = FluxUnits.of(roles.column(column).unit());
    return ValueKind.flux(own.isKnown() ? own : named(column), Confidence.STATED);
  }

  /** {@code fluxmJy}, {@code rel_flux}. */
  private FluxUnits.Unit named(int column) {
    String plain = roles.column(column).plain();
    Matcher jansky = JANSKY.matcher(plain);
    if (jansky.matches()) {
      String prefix = jansky.group(1) == null ? "" : jansky.group(1);
      return FluxUnits.of(prefix + "Jy");
    }
    NumberKind kind = NumberKind.of(roles.column(column));
    boolean relative = kind == NumberKind.RELATIVE || kind == NumberKind.INSTRUMENTAL;
    return new FluxUnits.Unit(
        plain.contains("countrate")
            ? "ct/s"
            : relative ? FluxUnits.INSTRUMENTAL : FluxUnits.UNKNOWN,
        1);
  }
}
