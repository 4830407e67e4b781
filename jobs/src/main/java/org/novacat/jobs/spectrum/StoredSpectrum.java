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
public record StoredSpectrum(ParquetColumns columns, ObjectNode metadata, String nova) {
  /** The column of wavelengths, Angstrom, which every spectrum has. */
  public double[] wavelength() {
    return requireNonNull(columns.doubles("wavelength"), "no wavelengths");
  }

  /** Fluxes as found; NaN where a sample is not usable. */
  public double[] goodFlux() {
    double[] flux = requireNonNull(columns.doubles("flux"), "no fluxes").clone();
    boolean[] good = requireNonNull(columns.booleans("good"), "no column good");
    for (int i = 0; i < flux.length; i++) {
      flux[i] = good[i] ? flux[i] : Double.NaN;
    }
    return flux;
  }

  /** Standard deviations of the fluxes; null when the spectrum has none. */
  public double @Nullable [] uncertainty() {
    return columns.doubles("uncertainty");
  }

  /** The number of its order for each sample. */
  public int[] order() {
    return requireNonNull(columns.ints("order"), "no orders");
  }

  Medium medium() {
    return Medium.valueOf(text("/wavelength/medium"));
  }

  /** The medium, unless only custom says so; then it is unknown. */
  public Medium statedMedium() {
    return switch (MediumSource.valueOf(text("/wavelength/medium_source"))) {
      case HEADER, DATA_MODEL -> medium();
      case CUSTOM, UNKNOWN -> Medium.UNKNOWN;
    };
  }

  /** The text at a JSON pointer of the metadata; "" when there is none. */
  public String text(String pointer) {
    JsonNode node = metadata.at(pointer);
    return node.isTextual() ? node.textValue() : "";
  }

  /** The number at a JSON pointer of the metadata; null when there is none. */
  public @Nullable Double number(String pointer) {
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
