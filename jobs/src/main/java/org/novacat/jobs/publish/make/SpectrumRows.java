package org.novacat.jobs.publish.make;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.content.SpectrumContent;
import org.novacat.jobs.publish.record.ProductFacts;
import org.novacat.jobs.release.table.SpectrumRow;
import org.novacat.jobs.release.table.SpectrumSamples;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.spectrum.SpectrumSummary;

/** Rows of the table of all spectra. */
final class SpectrumRows {
  private SpectrumRows() {}

  /**
   * The row of a spectrum.
   *
   * @param parquet its samples
   * @param document what is known of it, as everybody may see it
   */
  static SpectrumRow of(
      NovaContent nova, SpectrumContent spectrum, byte[] parquet, byte[] document) {
    SpectrumSummary summary = spectrum.summary();
    ProductFacts facts = Facts.of(spectrum, document);
    ObjectNode metadata = Json.parse(document);
    return new SpectrumRow(
        new SpectrumRow.Product(
            nova.id().toString(),
            nova.primaryName(),
            spectrum.id().toString(),
            spectrum.provider().name(),
            spectrum.name()),
        new SpectrumRow.Observed(
            summary.telescope(),
            summary.instrument(),
            metadata.at("/observation/observer").asText(""),
            Facts.time(summary, facts.timeScale()),
            summary.exposureSeconds()),
        new SpectrumRow.Measured(
            facts.medium(), summary.fluxUnit(), summary.calibration(), summary.snr()),
        facts.credit(),
        new NovaPaths(nova.id()).of(NovaPaths.data(spectrum)),
        SpectrumSamples.of(parquet));
  }
}
