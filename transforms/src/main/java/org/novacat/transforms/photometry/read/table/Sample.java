package org.novacat.transforms.photometry.read.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ValueCell;
import org.novacat.transforms.text.Numbers;

/** The cells of the first rows, from which it shows what columns hold. */
public final class Sample {
  private static final int ROWS = 200;

  /** More kinds of cells are not told apart. */
  private static final int MOST_KINDS = 20;

  private final List<List<String>> rows = new ArrayList<>();

  /** Rows of the sections behind, under the same columns. */
  private final List<List<String>> behind = new ArrayList<>();

  /** Of the first section with the same columns; null when this is the first. */
  private final @Nullable Sample before;

  private final Map<Integer, Set<String>> kinds = new HashMap<>();
  private @Nullable Map<Integer, Set<String>> later;
  private @Nullable BitSet numeric;
  private final RawTable table;
  private final boolean commasDivide;

  private Sample(RawTable table, @Nullable Sample before) {
    this.table = table;
    this.before = before;
    this.commasDivide = table.format().equals("csv") || table.format().startsWith("aavso");
  }

  /**
   * The sample of a section. What cells a column has is judged for all sections of the same
   * columns, as far as they were or are looked at, so that a flag means the same in each.
   *
   * @param before that of the first section with the same columns; null when this is the first
   */
  public static Sample of(RawTable table, @Nullable Sample before) {
    Sample sample = new Sample(table, before);
    RowCursor cursor = table.rows().open();
    sample.take(cursor, sample.rows);
    RawTable next = before == null ? cursor.rest() : null;
    while (next != null && next.columns().equals(table.columns()) && sample.size() < ROWS) {
      RowCursor further = next.rows().open();
      sample.take(further, sample.behind);
      next = further.rest();
    }
    return sample;
  }

  private void take(RowCursor cursor, List<List<String>> into) {
    while (size() < ROWS && cursor.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 0; i < table.columns().size(); i++) {
        row.add(cursor.cell(i));
      }
      into.add(row);
    }
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Whether a column says nothing in one of the rows. */
  public boolean hasEmpty(int column) {
    return Stream.concat(rows.stream(), behind.stream())
            .anyMatch(row -> ValueCell.isNull(row.get(column)))
        || (before != null && before.hasEmpty(column));
  }

  /** Whether a column has numbers and hardly anything else. */
  public boolean isNumeric(int column) {
    return numeric().get(column);
  }

  /** All columns that have numbers and hardly anything else; to be left as it is. */
  public BitSet numeric() {
    if (numeric == null) {
      numeric = new BitSet();
      for (int i = 0; i < table.columns().size(); i++) {
        long numbers = count(i, Numbers::isNumber);
        numeric.set(i, numbers > 0 && numbers >= rows.size() / 2);
      }
    }
    return numeric;
  }

  /** How many cells of a column that say something are of a kind. */
  private int count(int column, Predicate<String> kind) {
    int count = 0;
    for (List<String> row : rows) {
      String cell = row.get(column);
      count += !ValueCell.isNull(cell) && kind.test(cell) ? 1 : 0;
    }
    return count;
  }

  /** The different texts of a column that say something. */
  public Set<String> texts(int column) {
    return rows.stream()
        .map(row -> row.get(column))
        .filter(cell -> !ValueCell.isNull(cell))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether a column has cells, and all of them are of a kind. */
  public boolean isAll(int column, Predicate<String> kind) {
    boolean said = false;
    for (List<String> row : rows) {
      String cell = row.get(column);
      if (!ValueCell.isNull(cell)) {
        said = true;
        if (!kind.test(cell)) {
          return false;
        }
      }
    }
    return said;
  }

  /**
   * The cells of a column that say something, each once, up to twenty. A column that says nothing
   * in the first rows is looked at to its end, as the first limit of a file may come late.
   */
  public Set<String> kinds(int column) {
    return kinds.computeIfAbsent(column, this::kindsOf);
  }

  private Set<String> kindsOf(int column) {
    Set<String> found = new LinkedHashSet<>();
    rows.forEach(row -> kind(row.get(column), found));
    behind.forEach(row -> kind(row.get(column), found));
    if (before != null) {
      before.kinds(column).forEach(cell -> kind(cell, found));
    }
    return found.isEmpty() && rows.size() == ROWS ? later().getOrDefault(column, Set.of()) : found;
  }

  /** What columns hold further down that are empty here, found in one walk for all of them. */
  private Map<Integer, Set<String>> later() {
    if (later == null) {
      later = new HashMap<>();
      List<Integer> empty =
          IntStream.range(0, table.columns().size())
              .filter(i -> rows.stream().allMatch(row -> ValueCell.isNull(row.get(i))))
              .boxed()
              .toList();
      RowCursor cursor = table.rows().open();
      while (cursor.next()) {
        for (int i : empty) {
          kind(cursor.cell(i), later.computeIfAbsent(i, column -> new LinkedHashSet<>()));
        }
      }
    }
    return later;
  }

  private static void kind(String cell, Set<String> found) {
    if (found.size() < MOST_KINDS && !ValueCell.isNull(cell)) {
      found.add(cell);
    }
  }

  /** Whether one of the cells of a column is of a kind. */
  public boolean isAny(int column, Predicate<String> kind) {
    return first(column, cell -> !ValueCell.isNull(cell) && kind.test(cell)) != null;
  }

  /** Whether more than half of what the cells of a column say is of a kind. */
  public boolean isMost(int column, Predicate<String> kind) {
    return 2 * count(column, kind) > count(column, cell -> true);
  }

  /** The first cell of a column that is of a kind; null when none is. */
  public @Nullable String first(int column, Predicate<String> kind) {
    for (List<String> row : rows) {
      if (kind.test(row.get(column))) {
        return row.get(column);
      }
    }
    return null;
  }

  /** The cells of a column, one a row. */
  public List<String> cells(int column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  /** Rows that are here, those of the sections behind among them. */
  public int size() {
    return rows.size() + behind.size();
  }

  /**
   * Whether numbers are written with a decimal comma: some are, and none has a point. Where commas
   * divide cells they are not.
   */
  public boolean hasDecimalCommas(List<Integer> columns) {
    boolean commas = false;
    for (List<String> row : rows) {
      for (int column : columns) {
        String cell = row.get(column);
        boolean comma = !Double.isNaN(Numbers.parse(cell, ',')) && cell.indexOf(',') >= 0;
        if (!comma && cell.indexOf('.') >= 0 && Numbers.isNumber(cell)) {
          return false;
        }
        commas |= comma;
      }
    }
    return commas && !commasDivide;
  }
}
