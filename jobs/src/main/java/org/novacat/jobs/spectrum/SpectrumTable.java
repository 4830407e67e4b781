package org.novacat.jobs.spectrum;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Objects;
import org.novacat.jobs.spectrum.SpectrumFacts.Fact;
import org.novacat.jobs.votable.CoordinateSystem;

/**
 * A spectrum as a table, one row a sample, whatever the file format.
 *
 * @param columns at least wavelength and flux, in this order; all of one length
 * @param facts of the whole spectrum
 * @param notes what was done to it, one sentence each
 */
record SpectrumTable(List<ExportColumn> columns, List<Fact> facts, List<String> notes) {
  /** What utypes of the model begin with in VOTables. */
  static final String UTYPE_PREFIX = "spec:Spectrum.";

  SpectrumTable {
    columns = List.copyOf(columns);
    facts = List.copyOf(facts);
    notes = List.copyOf(notes);
  }

  /** What its facts count in, each once. */
  List<CoordinateSystem> systems() {
    return facts.stream().map(Fact::system).filter(Objects::nonNull).distinct().toList();
  }

  int rows() {
    return columns.get(0).rows();
  }

  /** The utype of a field of the model; "" for "". */
  static String utype(String field) {
    return field.isEmpty() ? "" : UTYPE_PREFIX + field;
  }

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
}
