package org.novacat.transforms.spectrum.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.novacat.transforms.spectrum.text.table.Samples;
import org.novacat.transforms.spectrum.text.table.TextTable;

/** The rows of each order: as a column numbers them, or as lines between rows part them. */
final class Blocks {
  private static final int MOST_ORDERS = 1000;

  private final Samples samples;
  private final ColumnChoice.Chosen chosen;
  private final BitSet breaks = new BitSet();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Integer> rows = new ArrayList<>();

  private Blocks(TextTable table, ColumnChoice.Chosen chosen) {
    this.samples = table.samples();
    this.chosen = chosen;
    table.breaks().forEach(breaks::set);
  }

  /**
   * Rows that belong together.
   *
   * @param order its number as the file has it; from 1 where lines part orders; 0 for the only one
   * @param rows in the order of the file
   */
  record Block(int order, int[] rows) {}

  /** Whether a column numbers orders: each number stands in one run of rows. */
  static boolean areOrders(Samples samples, int column) {
    Set<Double> seen = new HashSet<>();
    double last = Double.NaN;
    for (int i = 0; i < samples.rows(); i++) {
      double value = samples.value(column, i);
      boolean whole = value == Math.rint(value) && Math.abs(value) < 1e6;
      if (!whole || (value != last && !seen.add(value)) || seen.size() > MOST_ORDERS) {
        return false;
      }
      last = value;
    }
    return seen.size() > 1;
  }

  /** The blocks of the rows that are usable. */
  static List<Block> of(TextTable table, ColumnChoice.Chosen chosen, BitSet usable) {
    Blocks found = new Blocks(table, chosen);
    usable.stream().forEach(found::add);
    found.end();
    List<Block> blocks = found.blocks;
    boolean only = blocks.size() == 1 && chosen.order() < 0;
    return only ? List.of(new Block(0, blocks.get(0).rows())) : blocks;
  }

  private void add(int row) {
    if (!rows.isEmpty() && begins(row)) {
      end();
    }
    rows.add(row);
  }

  private void end() {
    boolean numbered = chosen.order() >= 0 && !rows.isEmpty();
    int order = numbered ? (int) samples.value(chosen.order(), rows.get(0)) : blocks.size() + 1;
    blocks.add(new Block(order, rows.stream().mapToInt(Integer::intValue).toArray()));
    rows.clear();
  }

  /** Whether a row begins another block than that of the rows before it. */
  private boolean begins(int row) {
    int last = rows.get(rows.size() - 1);
    if (chosen.order() >= 0) {
      return samples.value(chosen.order(), row) != samples.value(chosen.order(), last);
    }
    int next = breaks.nextSetBit(last + 1);
    return next >= 0 && next <= row && turns(row);
  }

  /** Whether wavelengths do not go on the way they went. */
  private boolean turns(int row) {
    int column = chosen.wavelength();
    double last = samples.value(column, rows.get(rows.size() - 1));
    double next = samples.value(column, row);
    if (rows.size() < 2) {
      return next == last;
    }
    boolean up = last > samples.value(column, rows.get(rows.size() - 2));
    return up ? next <= last : next >= last;
  }
}
