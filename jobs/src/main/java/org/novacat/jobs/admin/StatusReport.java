package org.novacat.jobs.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.product.Census;
import org.novacat.persistence.product.ProductCounts;
import org.novacat.persistence.state.AcquisitionStatus;
import org.novacat.persistence.state.Eligibility;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.state.ValidationStatus;

/** Spectra and photometry by state, in the words of people. */
record StatusReport(ProductCounts counts, PhotometryStatus photometry) implements Report {
  /** What a product's state means to its owner. */
  private enum Standing {
    VALID("valid"),
    REPROCESSING("valid, and to be read again by ingest-spectra"),
    WAITING("waiting for ingest-spectra"),
    ACQUIRING("waiting for its bytes (register its file again)"),
    DUPLICATE("duplicate of a valid product"),
    QUARANTINED("in quarantine"),
    REJECTED("rejected for good");

    private final String words;

    Standing(String words) {
      this.words = words;
    }

    static Standing of(ProductState state) {
      if (state.validation() == ValidationStatus.VALID) {
        return state.eligibility() == Eligibility.ACQUIRE ? REPROCESSING : VALID;
      }
      if (state.eligibility() == Eligibility.ACQUIRE) {
        return WAITING;
      }
      if (state.acquisition() == AcquisitionStatus.ACQUIRING) {
        return ACQUIRING;
      }
      if (state.acquisition() == AcquisitionStatus.SKIPPED_DUPLICATE) {
        return DUPLICATE;
      }
      return state.validation() == ValidationStatus.QUARANTINED ? QUARANTINED : REJECTED;
    }
  }

  /** Counts all there is. */
  static StatusReport of(Catalog catalog) {
    Census census = catalog.census();
    return new StatusReport(census.spectra(), PhotometryStatus.of(catalog, census.tables()));
  }

  private Map<Standing, Long> standings() {
    Map<Standing, Long> standings = new EnumMap<>(Standing.class);
    counts
        .byState()
        .forEach((state, count) -> standings.merge(Standing.of(state), count, Long::sum));
    return standings;
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("spectra", counts.total());
    ObjectNode states = root.putObject("by_state");
    counts.byState().forEach((state, count) -> states.put(state.toString(), count));
    ObjectNode reasons = root.putObject("quarantined_by_reason");
    counts.quarantined().forEach((reason, count) -> reasons.put(reason.name(), count));
    root.set("photometry", photometry.json());
    return root;
  }

  @Override
  public List<String> lines() {
    if (counts.total() == 0 && photometry.isEmpty()) {
      return List.of("No spectrum yet (bring some in with 'novacat register').");
    }
    List<String> lines = new ArrayList<>();
    if (counts.total() > 0) {
      lines.addAll(spectra());
    }
    if (!photometry.isEmpty()) {
      lines.addAll(photometry.lines());
    }
    return lines;
  }

  private List<String> spectra() {
    TextTable table = new TextTable("spectra", "count");
    standings().forEach((standing, count) -> table.row(standing.words, count));
    List<String> lines = new ArrayList<>(table.lines());
    if (!counts.quarantined().isEmpty()) {
      TextTable reasons = new TextTable("in quarantine because", "count");
      for (Map.Entry<QuarantineReason, Long> reason : counts.quarantined().entrySet()) {
        reasons.row(reason.getKey().name(), reason.getValue());
      }
      lines.addAll(reasons.lines());
    }
    return lines;
  }
}
