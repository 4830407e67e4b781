package org.novacat.fits.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;

/**
 * Collects the spectra of a file that may hold many. A header can promise more of them than memory
 * holds without lying about the file's size: rows of a table may all point at the same megabyte of
 * its heap. So they are counted as they come.
 */
public final class Orders {
  private final List<Traced> spectra = new ArrayList<>();
  private final ReadLimits limits;
  private long samples;

  public Orders(Input input) {
    this.limits = input.limits();
  }

  /** The spectra of a table that has one in each row. */
  public static List<Traced> ofRows(Input input, FoundTable found, IntFunction<Traced> ofRow) {
    Orders orders = new Orders(input);
    for (int row = 0; row < found.table().rows(); row++) {
      orders.add(ofRow.apply(row));
    }
    return orders.all();
  }

  /**
   * Adds a spectrum; one without samples, as switched-off detectors give, is left out.
   *
   * @throws RefusedException when the file gives more spectra or samples than the limits allow
   */
  public void add(Traced spectrum) {
    if (spectrum.length() == 0) {
      return;
    }
    samples += spectrum.length();
    if (spectra.size() == limits.maxSpectra() || samples > limits.maxSamples()) {
      throw RefusedException.overLimit(
          "SPECTRA_OVER_LIMIT",
          "Cannot read file: it holds more than %s spectra or %s samples"
              .formatted(limits.maxSpectra(), limits.maxSamples()));
    }
    spectra.add(spectrum);
  }

  public boolean isEmpty() {
    return spectra.isEmpty();
  }

  /** All that were added. */
  public List<Traced> all() {
    return spectra;
  }
}
