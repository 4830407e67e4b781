package org.novacat.transforms.photometry.read.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.novacat.transforms.photometry.read.column.FlagMeaning;
import org.novacat.transforms.photometry.read.column.LimitFlag;
import org.novacat.transforms.photometry.read.column.LimitFlag.Sense;
import org.novacat.transforms.photometry.read.column.LimitProse;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.Sample;
import org.novacat.transforms.text.Numbers;

/**
 * Finds the columns that say which values are limits, and those of the limits themselves: by what
 * they are called, beside which values, and by what their cells say.
 */
final class LimitFinder {
  /** A column with more kinds of cells is no flag. */
  private static final int MOST_KINDS = 4;

  /** What may be a flag by another name. */
  private static final Set<Role> REMARKS = Set.of(Role.NOTES, Role.QUALITY);

  /** What is about other things, and may say in passing that a value is a limit. */
  private static final Set<Role> TEXTS =
      Set.of(
          Role.NOTES,
          Role.QUALITY,
          Role.OBSERVER,
          Role.TELESCOPE,
          Role.INSTRUMENT,
          Role.REFERENCE,
          Role.COMMENT_CODES,
          Role.VALIDATION,
          Role.KIND);

  private final Roles roles;
  private final Sample sample;
  private final List<Integer> values = new ArrayList<>();

  LimitFinder(Roles roles, Sample sample) {
    this.roles = roles;
    this.sample = sample;
  }

  void find() {
    for (Role role : List.of(Role.VALUE, Role.FLUX, Role.BAND_VALUE)) {
      values.addAll(roles.all(role));
    }
    for (int i = 0; i < roles.size(); i++) {
      if (roles.isFree(i)) {
        beside(i);
      }
    }
    for (int i = 0; i < roles.size(); i++) {
      column(i);
    }
  }

  /** Columns named after the values that they speak of, such as l_Bmag, V_lim and u_Vmag. */
  private void beside(int column) {
    for (int value : values) {
      for (NameRest rest : NameRest.of(roles.column(column).name(), roles.column(value).name())) {
        if (rest.apart() && roles.isFree(column)) {
          named(column, value, rest);
        }
      }
    }
  }

  private void named(int column, int value, NameRest rest) {
    String reason = "'%s' beside '%s'".formatted(rest.word(), roles.column(value).name());
    Sense sense = rest.before() && rest.word().equals("l") ? Sense.LIMIT : sense(rest.word());
    boolean note = rest.before() && rest.word().equals("n");
    if (note || isDoubt(rest, column)) {
      if (sample.kinds(column).stream().anyMatch(this::speaks)) {
        flag(column, Sense.SIGN, List.of(value), reason);
      } else if (!note) {
        roles.beside(value, Role.DOUBT_FLAG, column, reason);
      }
    } else if (sense != Sense.OTHER) {
      limitOrFlag(column, sense, value, reason);
    }
  }

  /** In the tables of the CDS u is for uncertain, as flags of others are. */
  private boolean isDoubt(NameRest rest, int column) {
    return rest.word().matches("(?i)flag|flg|f|q|qual|quality")
        || (rest.before() && rest.word().equals("u") && !isDecimal(column));
  }

  private static Sense sense(String word) {
    return LimitFlag.senseOf(word);
  }

  private void limitOrFlag(int column, Sense sense, int value, String reason) {
    if (isLimiting(column, sense)) {
      if (values.size() > 1 && !roles.bandOf(value).isEmpty()) {
        roles.beside(value, Role.LIMIT, column, reason);
      } else if (!roles.has(Role.LIMIT)) {
        roles.give(column, Role.LIMIT, reason);
      }
    } else if (isFlag(column)) {
      flag(column, sense, List.of(value), reason);
    }
  }

  /** Columns that speak of all values of a row. */
  private void column(int column) {
    UploadColumn said = roles.column(column);
    Sense sense = senseOf(column);
    boolean limit = roles.index(Role.LIMIT) == column;
    if (roles.all(Role.LIMIT_FLAG).contains(column)) {
      if (values.stream().noneMatch(value -> isFlagOf(value, column))) {
        boolean known = sense != Sense.OTHER && sense != Sense.SIGN;
        flag(column, known ? sense : Sense.LIMIT, values, roles.uses().get(column).reason());
      }
    } else if (limit && !isLimiting(column, Sense.LIMIT) && isFlag(column)) {
      flag(column, Sense.LIMIT, values, "says yes and no only");
    } else if (roles.isFree(column) && sense != Sense.OTHER) {
      all(column, sense, said.name());
    } else if (roles.isFree(column) || isText(column)) {
      speaking(column);
    }
  }

  private Sense senseOf(int column) {
    Sense sense = LimitFlag.senseOf(roles.column(column).name());
    boolean weak =
        sense == Sense.OTHER && sample.isAll(column, cell -> FlagMeaning.of(cell).isYesOrNo());
    return weak ? LimitFlag.weakSenseOf(roles.column(column).name()) : sense;
  }

  private boolean isFlagOf(int value, int column) {
    return roles.flagsOf(value).stream().anyMatch(flag -> flag.column() == column);
  }

  private void all(int column, Sense sense, String name) {
    if (isLimiting(column, sense)) {
      if (!roles.has(Role.LIMIT)) {
        roles.give(column, Role.LIMIT, "named '%s'".formatted(name));
      }
    } else if (sense == Sense.LIMIT || isFlag(column)) {
      flag(column, sense, values, "'%s' speaks of limits".formatted(name));
    } else if (!sample.isNumeric(column)) {
      flag(column, Sense.WORDS, values, "'%s' may speak of limits".formatted(name));
    }
  }

  /** A column whose name says nothing: its cells may, now or further down. */
  private void speaking(int column) {
    Set<String> kinds = sample.kinds(column);
    boolean few = kinds.size() <= MOST_KINDS;
    boolean settled = !roles.isFree(column) && !isRemark(column);
    if (few && !settled && areFlags(kinds, column)) {
      flag(column, Sense.WORDS, values, "its cells speak of limits");
    } else if (few || !sample.isNumeric(column)) {
      tie(column, Sense.OTHER, values);
      if (roles.isFree(column) && kinds.stream().anyMatch(LimitProse::isPlain)) {
        roles.give(column, Role.LIMIT_FLAG, "one of its cells speaks of limits");
      }
    }
  }

  /**
   * Whether cells speak of limits: by a word that is nothing else, or by one that could name a
   * telescope or a person (LT, UL) beside words that are known, or beside empty cells alone.
   */
  private boolean areFlags(Set<String> kinds, int column) {
    List<String> known =
        kinds.stream().filter(cell -> FlagMeaning.of(cell) != FlagMeaning.UNKNOWN).toList();
    boolean told = known.stream().anyMatch(cell -> !speaks(cell));
    boolean alone = known.size() == kinds.size() && sample.hasEmpty(column);
    return kinds.stream().anyMatch(LimitProse::isPlain)
        || ((told || alone) && known.stream().anyMatch(this::speaks));
  }

  private boolean speaks(String cell) {
    return FlagMeaning.of(cell).isLimit();
  }

  private boolean isRemark(int column) {
    return REMARKS.stream().anyMatch(role -> roles.index(role) == column);
  }

  private boolean isText(int column) {
    return TEXTS.stream().anyMatch(role -> roles.all(role).contains(column));
  }

  private void flag(int column, Sense sense, List<Integer> of, String reason) {
    roles.give(column, Role.LIMIT_FLAG, reason);
    tie(column, sense, of);
  }

  private void tie(int column, Sense sense, List<Integer> of) {
    boolean no =
        sample.kinds(column).stream()
            .map(FlagMeaning::of)
            .anyMatch(said -> said == FlagMeaning.NO || said == FlagMeaning.DETECTION);
    boolean signs = sense == Sense.SIGN && sample.kinds(column).contains("+");
    boolean emptyIsNo =
        switch (sense) {
          case LIMIT, LOWER -> !no;
          case DETECTION -> false;
          case SIGN, WORDS, OTHER -> !signs;
        };
    boolean shared = of.size() > 1 && of.stream().allMatch(v -> !roles.bandOf(v).isEmpty());
    of.forEach(value -> roles.flag(value, new LimitFlag(column, sense, emptyIsNo, shared)));
  }

  /** Numbers that are no flags: limiting magnitudes or fluxes. */
  private boolean isLimiting(int column, Sense sense) {
    Set<String> kinds = sample.kinds(column);
    return sense == Sense.LIMIT
        && 2 * kinds.stream().map(LimitFinder::bare).filter(Numbers::isNumber).count()
            > kinds.size()
        && (kinds.size() > MOST_KINDS || kinds.stream().anyMatch(LimitFinder::isMeasured));
  }

  private static String bare(String cell) {
    return cell.replaceFirst("^[<>≤≥\\[]\\s*", "");
  }

  /** Codes are small whole numbers. */
  private static boolean isMeasured(String cell) {
    double number = Numbers.parse(bare(cell).replace(',', '.'));
    return !Double.isNaN(number) && (number != Math.rint(number) || number >= 10);
  }

  private boolean isDecimal(int column) {
    return sample.kinds(column).stream().anyMatch(cell -> cell.matches("\\d*[.,]\\d+"));
  }

  /** Few kinds of cells, or each of them understood. */
  private boolean isFlag(int column) {
    Set<String> kinds = sample.kinds(column);
    return kinds.size() <= MOST_KINDS
        || kinds.stream().noneMatch(cell -> FlagMeaning.of(cell) == FlagMeaning.UNKNOWN);
  }
}
