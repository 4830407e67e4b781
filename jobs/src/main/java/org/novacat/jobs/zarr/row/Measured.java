package org.novacat.jobs.zarr.row;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was found out of a spectrum before any is written. */
public sealed interface Measured extends Serializable {
  /** The spectrum, by its {@link PlannedSpectrum#index place}. */
  int index();

  /**
   * It can be read.
   *
   * @param rows one an order, in the order of their numbers
   * @param facts what {@code metadata.json} says, by the names of columns
   * @param header the projection of its FITS header, by the names of columns
   */
  record Found(
      int index,
      List<RowFacts> rows,
      SortedMap<String, String> facts,
      SortedMap<String, String> header)
      implements Measured {
    public Found {
      rows = List.copyOf(rows);
      facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
      header = Collections.unmodifiableSortedMap(new TreeMap<>(header));
    }
  }

  /** It is in no store. */
  record Left(int index, LeftOut code, String message) implements Measured {}
}
