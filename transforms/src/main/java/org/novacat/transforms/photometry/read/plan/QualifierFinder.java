package org.novacat.transforms.photometry.read.plan;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.novacat.layouts.text.Tsv;
import org.novacat.transforms.photometry.read.column.FlagMeaning;
import org.novacat.transforms.photometry.read.column.FluxUnits;
import org.novacat.transforms.photometry.read.column.MagnitudeSystems;
import org.novacat.transforms.photometry.read.column.MeasurementKind;
import org.novacat.transforms.photometry.read.column.NumberKind;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.Sample;

/**
 * Finds columns that say what kind of number stands beside them: system, unit, zero point, and
 * whether it is a magnitude of the observed nova at all (resource {@code qualifiers.tsv}).
 */
final class QualifierFinder {
  private static final List<Tsv.Row> RULES =
      Tsv.resource(QualifierFinder.class, "qualifiers.tsv").rows();

  private final Roles roles;
  private final Sample sample;

  QualifierFinder(Roles roles, Sample sample) {
    this.roles = roles;
    this.sample = sample;
  }

  /** Values that only a sidecar can make usable are values too, where there are no others. */
  void values() {
    if (roles.has(Role.VALUE) || roles.has(Role.FLUX) || roles.has(Role.BAND_VALUE)) {
      return;
    }
    for (int i = 0; i < roles.size(); i++) {
      if (roles.isFree(i) && !isErrorOfAnother(roles.column(i)) && isGiven(i)) {
        return;
      }
    }
  }

  /** Whether a column has values of the observer's own, and is one of values now. */
  private boolean isGiven(int index) {
    UploadColumn column = roles.column(index);
    NumberKind kind = NumberKind.of(column);
    boolean own = kind == NumberKind.INSTRUMENTAL || kind == NumberKind.RELATIVE;
    if (own && isMagnitude(column)) {
      roles.give(index, Role.VALUE, "an instrumental or differential magnitude by its name");
      return true;
    }
    if (own && isFlux(column, kind)) {
      roles.give(index, Role.FLUX, "an instrumental flux by its name");
      return true;
    }
    return false;
  }

  /** A word such as delta stands in many names; only beside a magnitude does it say something. */
  private static boolean isMagnitude(UploadColumn column) {
    String plain = column.plain();
    return plain.contains("mag")
        || plain.contains("helligkeit")
        || column.unit().startsWith("mag")
        || (NumberKind.isName(NumberKind.INSTRUMENTAL, plain) && !plain.contains("flux"));
  }

  private static boolean isFlux(UploadColumn column, NumberKind kind) {
    return kind == NumberKind.RELATIVE || column.plain().contains("flux");
  }

  private static boolean isErrorOfAnother(UploadColumn column) {
    String plain = column.plain();
    return column.name().startsWith("e_") || plain.endsWith("err") || plain.endsWith("error");
  }

  void find() {
    for (Tsv.Row rule : RULES) {
      Role role = Role.named(rule.cell("role")).orElseThrow();
      for (int i = 0; i < roles.size(); i++) {
        if (roles.isFree(i) && isOf(rule, role, i) && (role == Role.DERIVED || !roles.has(role))) {
          roles.give(i, role, "named '%s'".formatted(roles.column(i).label()));
        }
      }
    }
  }

  private boolean isOf(Tsv.Row rule, Role role, int column) {
    String plain = roles.column(column).plain();
    Set<String> weak = Set.copyOf(rule.words("weak"));
    if (role == Role.DERIVED) {
      boolean named = weak.contains(plain) || rule.words("names").contains(plain);
      return named && sample.isAll(column, cell -> FlagMeaning.of(cell).isYesOrNo());
    }
    return rule.words("names").contains(plain)
        || (weak.contains(plain) && sample.isAll(column, kind(role)));
  }

  private static Predicate<String> kind(Role role) {
    return switch (role) {
      case UNIT -> cell -> FluxUnits.of(cell).isKnown() || MagnitudeSystems.inLabel(cell) != null;
      case KIND -> cell -> MeasurementKind.of(cell) != MeasurementKind.UNKNOWN;
      default -> cell -> MagnitudeSystems.of(cell) != null;
    };
  }
}
