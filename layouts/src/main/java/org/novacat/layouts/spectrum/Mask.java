package org.novacat.layouts.spectrum;

import static java.util.Objects.requireNonNull;

/**
 * Quality bits as the file holds them, and which of them make a sample bad.
 *
 * @param bits one value a sample
 * @param badBits the bits that mean bad in this convention; a sample is bad when any is set
 * @param source where the bits come from, e.g. {@code column DQ}
 */
public record Mask(int[] bits, int badBits, String source) {
  public Mask {
    requireNonNull(bits, "bits is null");
    requireNonNull(source, "source is null");
  }

  /** Whether sample {@code i} is bad. */
  public boolean bad(int i) {
    return (bits[i] & badBits) != 0;
  }
}
