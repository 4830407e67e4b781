package org.novacat.jobs.spectrum;

import java.lang.reflect.Array;

/**
 * A column of a table that other programs open.
 *
 * @param unit in VOUnits spelling, which FITS has too; "" for none
 * @param ucd of the UCD1+ list; "" for none
 * @param field what it is in the IVOA Spectrum Data Model 1.1, such as {@code
 *     Data.SpectralAxis.Value}; "" when the model has no name for it
 * @param description one sentence
 * @param values {@code double[]} or {@code int[]}, one value a row
 */
record ExportColumn(
    String name, String unit, String ucd, String field, String description, Object values) {
  ExportColumn {
    if (!(values instanceof double[]) && !(values instanceof int[])) {
      throw new IllegalArgumentException(
          "Cannot build column '%s': its values are %s"
              .formatted(name, values.getClass().getSimpleName()));
    }
  }

  int rows() {
    return Array.getLength(values);
  }
}
