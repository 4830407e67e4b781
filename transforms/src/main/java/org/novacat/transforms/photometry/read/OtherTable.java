package org.novacat.transforms.photometry.read;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.account.Piece;
import org.novacat.transforms.photometry.read.column.ColumnUse;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.plan.Planner;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.RowCursor;

/** Tables of a file of several that are no photometry, because they lack times or values. */
final class OtherTable {
  private static final Set<Role> TIMES = EnumSet.of(Role.EPOCH, Role.EPOCH_YEAR, Role.EPOCH_START);
  private static final Set<Role> VALUES = EnumSet.of(Role.VALUE, Role.FLUX, Role.BAND_VALUE);

  /** Columns that tell which table it is. */
  private static final int MOST_NAMES = 10;

  private OtherTable() {}

  /** Whether a table is one; lines below a second header are rows, whatever they hold. */
  static boolean isOne(RawTable table, Planner.Plan plan) {
    return plan.refusal() != null
        && !table.rows().areLines()
        && !(has(plan, TIMES) && has(plan, VALUES));
  }

  private static boolean has(Planner.Plan plan, Set<Role> roles) {
    return plan.understanding().columns().stream().map(ColumnUse::role).anyMatch(roles::contains);
  }

  /** What the account says of it. */
  static Piece piece(RawTable table, Planner.Plan plan) {
    int rows = 0;
    for (RowCursor cursor = table.rows().open(); cursor.next(); ) {
      rows++;
    }
    String names =
        plan.understanding().columns().stream()
            .map(ColumnUse::label)
            .limit(MOST_NAMES)
            .collect(Collectors.joining(", "));
    return new Piece(
        "table",
        names,
        Fate.UNACCOUNTED,
        "nothing in it is a time and a value, and its %s rows were not read".formatted(rows));
  }
}
