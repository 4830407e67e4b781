package org.novacat.transforms.photometry.read.row;

import java.util.Map;
import java.util.regex.Pattern;
import org.novacat.layouts.text.Excerpt;
import org.novacat.transforms.photometry.read.column.FlagMeaning;
import org.novacat.transforms.photometry.read.column.LimitFlag;
import org.novacat.transforms.photometry.read.column.LimitFlag.Sense;
import org.novacat.transforms.photometry.read.column.LimitProse;
import org.novacat.transforms.photometry.read.column.ValueCell;
import org.novacat.transforms.photometry.read.plan.RowPlan;
import org.novacat.transforms.photometry.read.plan.ValuePlan;
import org.novacat.transforms.photometry.read.table.RowCursor;

/** Reads what the flags of a row say of a value: limit, detection, or nothing that is known. */
final class FlagReader {
  /** Characters of a cell in a note. */
  private static final int LONGEST_NOTE = 80;

  private static final Pattern SIGN = Pattern.compile("^\\s*(?:[#!%]+|//)\\s*");

  /** What stands behind the cells of a row speaks of all its values. */
  private static final LimitFlag REMARK = new LimitFlag(-1, Sense.OTHER, true, true);

  private final RowPlan plan;
  private final Map<String, FlagMeaning> asserted;
  private final String[] cells;
  private final FlagMeaning[] meanings;
  private FlagMeaning said = FlagMeaning.EMPTY;
  private LimitFlag by = REMARK;
  private String remark = "";
  private FlagMeaning remarked = FlagMeaning.UNKNOWN;
  private String problem = "";
  private String note = "";

  FlagReader(RowPlan plan) {
    this.plan = plan;
    this.asserted = plan.sidecar().limitValues();
    this.cells = new String[plan.columns()];
    this.meanings = new FlagMeaning[plan.columns()];
  }

  /**
   * What the flags say together; UNKNOWN where they contradict each other, or say no known word.
   */
  FlagMeaning read(RowCursor row, ValuePlan value) {
    said = FlagMeaning.EMPTY;
    note = "";
    for (LimitFlag flag : value.signs().flags()) {
      String cell = row.cell(flag.column());
      take(flag, cell, meaning(flag, cell));
      if (said == FlagMeaning.UNKNOWN) {
        return said;
      }
    }
    String behind = row.remark();
    if (!behind.isEmpty()) {
      take(REMARK, behind, remarked(behind));
    }
    if (said.isLimit() && by.shared() && valuesOf(row) > 1) {
      unknown(ofWhich(value));
    }
    return said;
  }

  private String ofWhich(ValuePlan value) {
    boolean remark = by.column() < 0;
    return "%s says it is a limit and not which of its values (write a flag for each, such as '%s_%s')"
        .formatted(
            remark ? "the remark" : "column " + where(by),
            plan.roles().column(value.column()).name(),
            remark ? "limit" : name(by));
  }

  /** Cells of flags repeat, so that the last one is mostly known. */
  private FlagMeaning meaning(LimitFlag flag, String cell) {
    int column = flag.column();
    if (!cell.equals(cells[column])) {
      FlagMeaning own = asserted.get(cell);
      cells[column] = cell;
      meanings[column] = flag.read(own == null ? said(flag, cell) : own);
    }
    return meanings[column];
  }

  private static FlagMeaning said(LimitFlag flag, String cell) {
    return flag.sense() == Sense.OTHER ? LimitProse.read(cell) : FlagMeaning.of(cell);
  }

  private FlagMeaning remarked(String behind) {
    if (!behind.equals(remark)) {
      remark = behind;
      remarked = LimitProse.read(SIGN.matcher(behind).replaceFirst(""));
    }
    return remarked;
  }

  private void take(LimitFlag flag, String cell, FlagMeaning meaning) {
    if (meaning == FlagMeaning.UNKNOWN || (meaning == FlagMeaning.DOUBT && mayTurn(flag))) {
      unknown(flag, cell);
    } else if (meaning == FlagMeaning.HINT) {
      note =
          "%s says '%s', which may mean a limit"
              .formatted(where(flag), Excerpt.of(cell, LONGEST_NOTE));
    } else if (meaning == FlagMeaning.DOUBT && flag.sense() != Sense.OTHER) {
      note = noted(flag, cell);
    } else if (meaning.isLimit() || (isSaid(meaning) && flag.sense() != Sense.OTHER)) {
      combine(flag, meaning);
    }
  }

  /** Whether a yes or a no in a column makes limits, so that a doubt is one of that. */
  private static boolean mayTurn(LimitFlag flag) {
    return switch (flag.sense()) {
      case LIMIT, LOWER, DETECTION -> true;
      case SIGN, WORDS, OTHER -> false;
    };
  }

  private static boolean isSaid(FlagMeaning meaning) {
    return meaning == FlagMeaning.DETECTION;
  }

  private void combine(LimitFlag flag, FlagMeaning meaning) {
    if (said != FlagMeaning.EMPTY && said != meaning) {
      unknown(
          "%s and %s contradict each other (say in a sidecar which counts for nothing: \"columns\": {\"%s\": \"none\"})"
              .formatted(where(by), where(flag), name(flag.column() < 0 ? by : flag)));
      return;
    }
    said = meaning;
    by = flag;
  }

  /** In a column that says which values are limits an unknown word may make one. */
  private void unknown(LimitFlag flag, String cell) {
    if (flag.sense() == Sense.WORDS) {
      note = noted(flag, cell);
    } else if (flag.sense() != Sense.OTHER) {
      unknown(
          "'%s' in column '%s' may say that it is a limit (say what it means in a sidecar:"
                  .formatted(cell, name(flag))
              + " \"limit-values\": {\"%s\": \"limit\"}, or \"detection\")".formatted(cell));
    }
  }

  private String noted(LimitFlag flag, String cell) {
    return cell.isEmpty() ? note : "%s '%s' is not understood".formatted(name(flag), cell);
  }

  private void unknown(String why) {
    said = FlagMeaning.UNKNOWN;
    problem = "The row may be a limit: " + why;
  }

  private int valuesOf(RowCursor row) {
    return (int)
        plan.values().stream().filter(value -> !ValueCell.isNull(row.cell(value.column()))).count();
  }

  private String where(LimitFlag flag) {
    return flag.column() < 0 ? "the remark" : "'%s'".formatted(name(flag));
  }

  private String name(LimitFlag flag) {
    String name = plan.roles().column(flag.column()).name();
    return name.isEmpty() ? Integer.toString(flag.column() + 1) : name;
  }

  /** Why flags say nothing that is known. */
  String problem() {
    return problem;
  }

  /** What a cell leaves in doubt; "" when none does. */
  String note() {
    return note;
  }

  /** The flag that said it. */
  LimitFlag by() {
    return by;
  }
}
