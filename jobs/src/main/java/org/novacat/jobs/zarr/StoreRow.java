package org.novacat.jobs.zarr;

import java.util.Locale;
import org.novacat.jobs.zarr.row.Measured;
import org.novacat.jobs.zarr.row.PlannedSpectrum;
import org.novacat.jobs.zarr.row.RowFacts;

/**
 * A row of a store.
 *
 * @param number of the row, from 0
 * @param spectrum that it is from
 * @param found what was found out of that
 * @param facts of its order
 */
record StoreRow(long number, PlannedSpectrum spectrum, Measured.Found found, RowFacts facts) {
  /** The product, and the order behind it where it has several; sorts as the rows do. */
  String specId() {
    String product = spectrum.id().toString();
    return found.rows().size() == 1
        ? product
        : String.format(Locale.ROOT, "%s-o%05d", product, facts.order());
  }
}
