package org.novacat.jobs.photometry.field;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.Role;

/** Columns that are added to a delimited text, and headers that stand in its middle. */
final class ColumnPerturbations {
  private static final List<String> NONSENSE =
      List.of("wobble", "q7x", "Zustand", "temp_c", "grade", "tile", "mask", "my_flag", "calib");

  private static final List<List<String>> NONSENSE_CELLS =
      List.of(
          List.of("17"),
          List.of("a", "b"),
          List.of("0", "1"),
          List.of("0.31", "12.25", "-7.5", "1e5", "0.004", "88"),
          List.of("north", "south", "east", "west", "up"));

  private static final List<String> LIMITS =
      List.of(
          "is_limit",
          "upper_limit",
          "nondetection",
          "UL",
          "uplim",
          "isUpperLimit",
          "limit_flag",
          "fainter_than",
          "non_det",
          "Obergrenze",
          "censored");

  private static final List<String> DETECTIONS =
      List.of("detected", "is_detected", "det", "detection", "seen", "detection_flag");

  private static final List<List<String>> YES_NO =
      List.of(
          List.of("True", "False"),
          List.of("true", "false"),
          List.of("1", "0"),
          List.of("y", "n"),
          List.of("yes", "no"),
          List.of("T", "F"));

  private ColumnPerturbations() {}

  static @Nullable Perturbed nonsense(Original original, Random random) {
    String name = Draw.of(NONSENSE, random);
    List<String> cells = Draw.of(NONSENSE_CELLS, random);
    Law law = Law.ends(original.outcome().ends(), true).and(Law.left(name));
    IntFunction<String> cell = row -> Draw.of(cells, random);
    String what = "column '%s' of %s".formatted(name, cells);
    if (Documents.isOne(original)) {
      return Documents.withColumn(original, what, name, cell, law);
    }
    return withColumn(original, what, name, cell, law.orRefusedFor(name));
  }

  /** A column that says which rows are limits. */
  static @Nullable Perturbed limitFlag(Original original, Random random) {
    int value = original.column(Role.VALUE, Role.FLUX);
    if (!original.isPlain() || value < 0 || original.hasColumn(Role.LIMIT_FLAG)) {
      return null;
    }
    Set<Integer> flagged = flagged(original, random);
    boolean inverted = random.nextInt(3) == 0;
    boolean signs = !inverted && random.nextInt(4) == 0;
    String of = original.understanding().columns().get(value).name();
    String name =
        signs
            ? Draw.of(List.of("l_" + of, "limit"), random)
            : Draw.of(inverted ? DETECTIONS : LIMITS, random);
    boolean magnitude = original.column(Role.VALUE) >= 0;
    List<String> yesNo =
        signs
            ? List.of(magnitude && name.startsWith("l_") ? ">" : "<", "")
            : Draw.of(YES_NO, random);
    Law law =
        Law.ends(original.outcome().ends(), (was, is) -> flagged(original, was, is, flagged))
            .orRefusedFor(name);
    return withColumn(
        original,
        "%s limits by column '%s' of %s".formatted(flagged.size(), name, yesNo),
        name,
        row -> yesNo.get(flagged.contains(row) == inverted ? 1 : 0),
        law);
  }

  private static Set<Integer> flagged(Original original, Random random) {
    List<End> ends = new ArrayList<>(original.outcome().ends());
    Collections.shuffle(ends, random);
    int most = random.nextInt(3) == 0 ? 1 : Math.max(1, ends.size() / 3);
    Set<Integer> flagged = new HashSet<>();
    ends.stream().limit(most).forEach(end -> flagged.add(end.row()));
    return flagged;
  }

  private static String flagged(Original original, End was, End is, Set<Integer> flagged) {
    if (!was.isAccepted()) {
      return Law.same(was, is, true);
    }
    boolean limit = flagged.contains(was.row()) || was.isLimit();
    if (!limit) {
      return Law.same(was, is, true);
    }
    boolean dark = Double.parseDouble(was.number()) <= 0;
    boolean kept =
        is.isAccepted()
            ? is.isLimit()
                && (is.number().equals(was.number()) || original.hasColumn(Role.LIMIT))
                && is.frame().equals(was.frame())
            : dark || was.isLimit();
    return kept && is.row() == was.row() ? "" : "no limit of %s but %s".formatted(was, is);
  }

  private static @Nullable Perturbed withColumn(
      Original original, String what, String name, IntFunction<String> cell, Law law) {
    TextTable table = original.table();
    if (table == null || table.header() == 0 || !table.isFull() || !original.isOneSection()) {
      return null;
    }
    Edited edited = new Edited(original);
    for (int line : table.rows()) {
      String added = cell.apply(line);
      if (added.isEmpty() && table.sign() == ' ') {
        return null;
      }
      edited.replace(line, table.line(line) + table.sign() + added);
    }
    int first = table.rows().iterator().next();
    for (int line = table.header(); line < first; line++) {
      String added = line == table.header() ? name : table.line(line).startsWith("-") ? "---" : "";
      edited.replace(line, table.line(line) + table.sign() + added);
    }
    if (original.format().equals("ecsv")) {
      int last = lastOfColumns(original.lines());
      String declared =
          original.lines().get(last) + "\n# - {name: %s, datatype: string}".formatted(name);
      edited.replace(last + 1, declared);
      return shifted(edited.perturbed(what, law), law);
    }
    return edited.perturbed(what, law);
  }

  /** The same law for a file whose rows stand one line lower. */
  private static Perturbed shifted(Perturbed perturbed, Law law) {
    return new Perturbed(
        perturbed.what(),
        perturbed.name(),
        perturbed.bytes(),
        outcome ->
            law.fault(
                new Outcome(
                    outcome.ends().stream().map(end -> end.at(end.row() - 1)).toList(),
                    outcome.refusal(),
                    outcome.understanding(),
                    outcome.tally())));
  }

  private static int lastOfColumns(List<String> lines) {
    int last = 0;
    for (int i = 0; i < lines.size(); i++) {
      last = lines.get(i).startsWith("# - {name:") ? i : last;
    }
    return last;
  }

  static @Nullable Perturbed sameHeader(Original original, Random random) {
    List<String> header = header(original);
    if (header.isEmpty()) {
      return null;
    }
    int at = Draw.of(List.copyOf(Objects.requireNonNull(original.table()).rows()), random);
    Edited edited = new Edited(original).insert(at, header);
    return edited.perturbed("the header again behind line " + at, Law.sections(edited.ends()));
  }

  static @Nullable Perturbed swappedHeader(Original original, Random random) {
    TextTable table = original.table();
    List<String> header = header(original);
    if (header.isEmpty() || table == null || !table.isFull() || !original.isPlain()) {
      return null;
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < table.cells(table.header()).size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    int at = Draw.of(List.copyOf(table.rows()), random);
    Edited edited = new Edited(original);
    table.rows().stream()
        .filter(row -> row > at)
        .forEach(row -> edited.replace(row, swapped(table, table.cells(row), order)));
    List<String> names = List.of(swapped(table, table.cells(table.header()), order));
    edited.insert(at, names);
    return edited.perturbed(
        "columns in the order %s below line %s".formatted(order, at), Law.sections(edited.ends()));
  }

  private static String swapped(TextTable table, List<String> cells, List<Integer> order) {
    return table.joined(order.stream().map(cells::get).toList());
  }

  /** The lines of the header, of a file in which it may stand twice; empty when it has none. */
  private static List<String> header(Original original) {
    TextTable table = original.table();
    boolean has =
        table != null
            && table.header() > 0
            && original.isOneSection()
            && !original.format().equals("ecsv");
    return has ? List.of(table.line(table.header())) : List.of();
  }
}
