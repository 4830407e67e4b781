package org.novacat.jobs.spectrum;

import java.util.List;
import org.novacat.jobs.spectrum.SpectrumFacts.Fact;

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

  int rows() {
    return columns.get(0).rows();
  }

  /** The utype of a field of the model; "" for "". */
  static String utype(String field) {
    return field.isEmpty() ? "" : UTYPE_PREFIX + field;
  }
}
