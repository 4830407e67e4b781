package org.novacat.jobs.photometry.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.transforms.photometry.read.column.Role;

/** Cells of one row that are changed, added or taken away. */
final class CellPerturbations {
  /** One row of fewer is a great part of the file, for which a file may be refused. */
  private static final int FEW = 20;

  /** Of so few rows one does not tell which of them is wrong. */
  private static final int FEWEST = 5;

  private CellPerturbations() {}

  static @Nullable Perturbed wideRow(Original original, Random random) {
    List<String> more = Draw.of(List.of(List.of("7.7"), List.of("x"), List.of("1", "2")), random);
    return row(
        original,
        random,
        "cells too many: " + more,
        cells -> {
          List<String> wide = new ArrayList<>(cells);
          wide.addAll(more);
          return wide;
        },
        (was, is) -> is.isAccepted() ? Law.same(was, is, true) : "");
  }

  static @Nullable Perturbed shortRow(Original original, Random random) {
    return row(
        original,
        random,
        "cells too few",
        cells -> shorter(cells, random),
        CellPerturbations::loses);
  }

  /** The first cells, a number among them: words alone may be a title. */
  private static @Nullable List<String> shorter(List<String> cells, Random random) {
    List<String> first =
        cells.size() < 2 ? List.of() : cells.subList(0, random.nextInt(1, cells.size()));
    return IntStream.range(0, first.size()).anyMatch(i -> isNumber(first, i)) ? first : null;
  }

  /** A row without its last cells may lose its error and never its meaning. */
  private static String loses(End was, End is) {
    boolean kept =
        !is.isAccepted()
            || (was.isAccepted()
                && was.isLimit() == is.isLimit()
                && was.number().equals(is.number())
                && was.meaning().equals(is.meaning()));
    return kept ? "" : "not %s but %s".formatted(was, is);
  }

  static @Nullable Perturbed limitCell(Original original, Random random) {
    return marked(
        original,
        random,
        "<",
        value -> "<" + value,
        (was, is) ->
            is.isLimit() && is.number().equals(was.number()) && is.frame().equals(was.frame())
                ? ""
                : "no limit of %s but %s".formatted(was, is));
  }

  static @Nullable Perturbed doubtCell(Original original, Random random) {
    return marked(
        original,
        random,
        ":",
        value -> value + ":",
        (was, is) -> is.quality() >= 1 ? Law.same(was, is, true) : "no doubt in %s".formatted(is));
  }

  private static @Nullable Perturbed marked(
      Original original,
      Random random,
      String mark,
      UnaryOperator<String> change,
      BiFunction<End, End, String> check) {
    int value = original.column(Role.VALUE, Role.FLUX);
    return row(
        original,
        random,
        "value marked " + mark,
        cells -> isNumber(cells, value) ? with(cells, value, change.apply(cells.get(value))) : null,
        (was, is) -> was.isAccepted() && !was.isLimit() ? check.apply(was, is) : "");
  }

  private static boolean isNumber(List<String> cells, int index) {
    return index >= 0
        && index < cells.size()
        && cells.get(index).matches("[+-]?[0-9]+([.,][0-9]*)?([eE][+-]?[0-9]+)?");
  }

  static @Nullable Perturbed errorCell(Original original, Random random) {
    int error = original.column(Role.ERROR);
    String instead = Draw.of(List.of("-1", "99.99", "nan", ""), random);
    return row(
        original,
        random,
        "error replaced by '%s'".formatted(instead),
        cells -> isNumber(cells, error) ? with(cells, error, instead) : null,
        (was, is) ->
            instead.matches("-1|99.99") && is.isLimit() && original.hasColumn(Role.LIMIT)
                ? ""
                : withoutError(was, is));
  }

  private static String withoutError(End was, End is) {
    if (!was.isAccepted() || !is.isAccepted()) {
      return "";
    }
    boolean kept = is.number().equals(was.number()) && is.frame().equals(was.frame());
    boolean honest = is.error().equals("null") || is.quality() > 0;
    return kept && honest ? "" : "not %s without its error but %s".formatted(was, is);
  }

  private static List<String> with(List<String> cells, int index, String cell) {
    List<String> changed = new ArrayList<>(cells);
    changed.set(index, cell);
    return changed;
  }

  private static @Nullable Perturbed row(
      Original original,
      Random random,
      String what,
      Function<List<String>, @Nullable List<String>> change,
      BiFunction<End, End, String> check) {
    TextTable table = original.table();
    if (table == null || !table.isFull() || !original.isPlain() || table.rows().size() < 2) {
      return null;
    }
    int row = Draw.of(List.copyOf(table.rows()), random);
    List<String> cells = change.apply(table.cells(row));
    if (cells == null || (table.sign() == ' ' && cells.contains(""))) {
      return null;
    }
    Edited edited = new Edited(original).replace(row, table.joined(cells));
    Law ends =
        Law.ends(
            edited.ends(),
            (was, is) ->
                was.row() == row && is.row() == row
                    ? check.apply(was, is)
                    : Law.same(was, is, false));
    return edited.perturbed("line %s: %s".formatted(row, what), fewMayBeRefused(original, ends));
  }

  private static Law fewMayBeRefused(Original original, Law law) {
    int rows = original.outcome().ends().size();
    return outcome -> {
      FileRefusal refusal = outcome.refusal();
      boolean many = refusal != null && refusal.code() == FileRefusalCode.TOO_MANY_REJECTED_ROWS;
      return (many && rows < FEW) || (refusal != null && rows < FEWEST) ? "" : law.fault(outcome);
    };
  }
}
