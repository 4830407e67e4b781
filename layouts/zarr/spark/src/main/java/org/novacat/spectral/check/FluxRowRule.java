package org.novacat.spectral.check;

import java.util.BitSet;

/** No row of the flux is all NaN or all zero. */
final class FluxRowRule implements Scan.SampleRule {
  private final Findings findings;
  private final BitSet known = new BitSet();
  private final BitSet other = new BitSet();
  private long first;
  private int rows;

  FluxRowRule(Findings findings) {
    this.findings = findings;
  }

  @Override
  public void begin(long from, int count) {
    first = from;
    rows = count;
    known.clear();
    other.clear();
  }

  @Override
  public void samples(int row, Numbers numbers, int from, int count) {
    for (int i = from; i < from + count && !other.get(row); i++) {
      double value = numbers.at(i);
      if (!Double.isNaN(value)) {
        known.set(row);
        if (value != 0) {
          other.set(row);
        }
      }
    }
  }

  @Override
  public void end() {
    for (int row = other.nextClearBit(0); row < rows; row = other.nextClearBit(row + 1)) {
      findings.row(
          SpectralCheck.FLUX_ROWS,
          first + row,
          known.get(row) ? "nothing but zero" : "nothing but NaN");
    }
  }
}
