package org.novacat.transforms.spectrum.text.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.novacat.transforms.text.Numbers;

/** The cells of the rows of a table as numbers, a column at a time; grows while rows are read. */
public final class Samples {
  /** Different texts of a column that are kept. */
  private static final int MOST_TEXTS = 20;

  private final int columns;
  private final char point;
  private final double[][] values;
  private final BitSet[] bad;
  private final Set<String>[] texts;
  private final int[] numbers;
  private final int[] truths;
  private int[] lines = new int[256];
  private int size;

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of sets
  Samples(int columns, char point) {
    this.columns = columns;
    this.point = point;
    this.values = new double[columns][256];
    this.bad = new BitSet[columns];
    this.texts = new Set[columns];
    this.numbers = new int[columns];
    this.truths = new int[columns];
    for (int i = 0; i < columns; i++) {
      bad[i] = new BitSet();
      texts[i] = new LinkedHashSet<>();
    }
  }

  /** Begins a row. */
  void row(int line) {
    if (size == lines.length) {
      lines = Arrays.copyOf(lines, 2 * size);
      for (int i = 0; i < columns; i++) {
        values[i] = Arrays.copyOf(values[i], 2 * size);
      }
    }
    lines[size] = line;
    size++;
  }

  /** Puts a cell into the row that was begun last. */
  void cell(int column, String cell) {
    double number = Numbers.parse(cell, point);
    if (!Double.isNaN(number)) {
      numbers[column]++;
    } else if (!NumberCells.isNull(cell)) {
      number = text(column, cell);
    }
    values[column][size - 1] = number;
  }

  /** Puts a number into the row that was begun last. */
  void cell(int column, double number) {
    numbers[column] += Double.isNaN(number) ? 0 : 1;
    values[column][size - 1] = number;
  }

  private double text(int column, String cell) {
    double truth = NumberCells.truth(cell);
    if (Double.isNaN(truth)) {
      bad[column].set(size - 1);
    } else {
      truths[column]++;
    }
    if (texts[column].size() < MOST_TEXTS) {
      texts[column].add(cell);
    }
    return truth;
  }

  /** How many rows there are. */
  public int rows() {
    return size;
  }

  /** How many columns there are. */
  public int columns() {
    return columns;
  }

  /** The numbers of a column, NaN where it has none; a new array. */
  public double[] column(int index) {
    return Arrays.copyOf(values[index], size);
  }

  /** The number of a cell; NaN when it has none. */
  public double value(int column, int row) {
    return values[column][row];
  }

  /** Whether a cell is a text where a number should be. */
  public boolean isBad(int column, int row) {
    return bad[column].get(row);
  }

  /** How many cells of a column are texts where numbers should be. */
  public int bad(int column) {
    return bad[column].cardinality();
  }

  /** How many cells of a column are numbers. */
  public int numbers(int column) {
    return numbers[column];
  }

  /** Whether a column holds truth values. */
  public boolean isTruth(int column) {
    return truths[column] > 0 && numbers[column] == 0 && bad[column].isEmpty();
  }

  /** Texts of a column, each once, up to twenty. */
  public Set<String> texts(int column) {
    return texts[column];
  }

  /** Whether a column has neither numbers nor texts. */
  public boolean isEmpty(int column) {
    return numbers[column] == 0 && truths[column] == 0 && bad[column].isEmpty();
  }

  /** The line of a row, from 1; where rows are no lines, its number. */
  public int line(int row) {
    return lines[row];
  }
}
