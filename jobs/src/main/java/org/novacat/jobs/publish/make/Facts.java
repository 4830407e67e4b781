package org.novacat.jobs.publish.make;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.DoubleAccumulator;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.content.PhotometryContent;
import org.novacat.jobs.content.SpectrumContent;
import org.novacat.jobs.credit.Credit;
import org.novacat.jobs.credit.Credits;
import org.novacat.jobs.photometry.outgoing.PublicPhotometry;
import org.novacat.jobs.photometry.table.PhotometryTableReader;
import org.novacat.jobs.publish.record.ProductFacts;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.SpectrumSummary;
import org.novacat.layouts.spectrum.TimeScale;

/** Finds out what lists say of products. */
public final class Facts {
  private Facts() {}

  /**
   * Of a spectrum.
   *
   * @param document {@code metadata.json}: what is known of it
   */
  static ProductFacts of(SpectrumContent spectrum, byte[] document) {
    Credit credit =
        Credits.of(spectrum.provider(), spectrum.rights(), Credits.headerFacts(document));
    ObjectNode metadata = Json.parse(document);
    return new ProductFacts(
        medium(metadata),
        scale(metadata.at("/observation/time/scale").asText("")),
        credit.licence(),
        credit.bibcode(),
        credit.doi(),
        credit.acknowledgement(),
        null,
        null);
  }

  /**
   * By what a spectrum was made: the convention it was read by, and the program.
   *
   * @param document {@code metadata.json}
   */
  static String rules(SpectrumContent spectrum, byte[] document) {
    ObjectNode metadata = Json.parse(document);
    return "%s %s %s"
        .formatted(
            spectrum.profile(),
            metadata.path("schema").asText(),
            metadata.path("software").asText())
        .strip();
  }

  /** Unless only custom says so. */
  private static Medium medium(ObjectNode metadata) {
    String source = metadata.at("/wavelength/medium_source").asText("");
    return source.equals("HEADER") || source.equals("DATA_MODEL")
        ? Medium.valueOf(metadata.at("/wavelength/medium").asText(Medium.UNKNOWN.name()))
        : Medium.UNKNOWN;
  }

  private static TimeScale scale(String name) {
    return name.isEmpty() ? TimeScale.UNKNOWN : TimeScale.valueOf(name);
  }

  /** Of photometry; the whole table is read for its epochs. */
  static ProductFacts of(PhotometryContent content, PublicPhotometry table) {
    DoubleAccumulator first = new DoubleAccumulator(Math::min, Double.POSITIVE_INFINITY);
    DoubleAccumulator last = new DoubleAccumulator(Math::max, Double.NEGATIVE_INFINITY);
    PhotometryTableReader.forEach(
        table.table(),
        row -> {
          first.accumulate(row.measurement().epoch().mjd());
          last.accumulate(row.measurement().epoch().mjd());
        });
    return new ProductFacts(
        Medium.UNKNOWN, TimeScale.UNKNOWN, "as each row says", "", "", "", first.get(), last.get());
  }

  /** When a spectrum was taken, as its item has it; null when nobody knows. */
  public static @Nullable ObservationTime time(SpectrumSummary summary, TimeScale scale) {
    Double mjd = summary.observationMjd();
    return mjd == null
        ? null
        : new ObservationTime(
            mjd, scale, "", summary.observationPrecisionDays(), summary.observationSpanDays());
  }
}
