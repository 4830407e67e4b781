package org.novacat.jobs.spectrum;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.parquet.ParquetColumns;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;

/**
 * A validated spectrum as it lies in the store.
 *
 * @param columns {@code normalized/spectrum.parquet}
 * @param metadata {@code normalized/metadata.json}
 * @param nova primary name of the nova that the table has it under
 */
record StoredSpectrum(ParquetColumns columns, ObjectNode metadata, String nova) {
  /** The column of wavelengths, Angstrom, which every spectrum has. */
  double[] wavelength() {
    return requireNonNull(columns.doubles("wavelength"), "no wavelengths");
  }

  /** The number of its order for each sample. */
  int[] order() {
    return requireNonNull(columns.ints("order"), "no orders");
  }

  Medium medium() {
    return Medium.valueOf(text("/wavelength/medium"));
  }

  /** The medium, unless only custom says so; then it is unknown. */
  Medium statedMedium() {
    return switch (MediumSource.valueOf(text("/wavelength/medium_source"))) {
      case HEADER, DATA_MODEL -> medium();
      case CUSTOM, UNKNOWN -> Medium.UNKNOWN;
    };
  }

  /** The text at a JSON pointer of the metadata; "" when there is none. */
  String text(String pointer) {
    JsonNode node = metadata.at(pointer);
    return node.isTextual() ? node.textValue() : "";
  }

  /** The number at a JSON pointer of the metadata; null when there is none. */
  @Nullable Double number(String pointer) {
    JsonNode node = metadata.at(pointer);
    return node.isNumber() ? node.doubleValue() : null;
  }

  /** What was done to the spectrum, one sentence each. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    metadata.at("/normalization_notes").forEach(note -> notes.add(note.asText()));
    return notes;
  }

  int orders() {
    return (int) Objects.requireNonNullElse(number("/summary/n_orders"), 1.0).doubleValue();
  }
}
