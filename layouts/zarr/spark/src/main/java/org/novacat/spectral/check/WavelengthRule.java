package org.novacat.spectral.check;

import java.util.BitSet;

/** Wavelengths increase strictly along a row, where they are finite. */
final class WavelengthRule implements Scan.SampleRule {
  private final Findings findings;
  private final boolean common;
  private final BitSet told = new BitSet();
  private double[] last = new double[0];
  private long first;

  /**
   * @param common whether the one row is that of all spectra
   */
  WavelengthRule(Findings findings, boolean common) {
    this.findings = findings;
    this.common = common;
  }

  @Override
  public void begin(long from, int count) {
    first = from;
    told.clear();
    last = new double[count];
    java.util.Arrays.fill(last, Double.NEGATIVE_INFINITY);
  }

  @Override
  public void samples(int row, Numbers numbers, int from, int count) {
    for (int i = from; i < from + count; i++) {
      double value = numbers.at(i);
      if (Double.isFinite(value)) {
        if (value <= last[row] && !told.get(row)) {
          tell(row, value);
        }
        last[row] = value;
      }
    }
  }

  private void tell(int row, double value) {
    told.set(row);
    String sentence = "%s comes after %s".formatted(value, last[row]);
    if (common) {
      findings.fault(SpectralCheck.WAVELENGTH_INCREASES, sentence);
    } else {
      findings.row(SpectralCheck.WAVELENGTH_INCREASES, first + row, sentence);
    }
  }

  @Override
  public void end() {}
}
