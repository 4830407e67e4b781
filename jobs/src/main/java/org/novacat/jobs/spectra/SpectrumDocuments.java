package org.novacat.jobs.spectra;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.Version;
import org.novacat.jobs.report.AccountJson;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.LogReference;
import org.novacat.jobs.report.StatedJson;
import org.novacat.jobs.report.TrustJson;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.NormalizedSpectrum;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SpectrumColumn;
import org.novacat.layouts.spectrum.SpectrumSummary;
import org.novacat.persistence.log.LogPointers;
import org.novacat.persistence.product.ProfileChoice;
import org.novacat.transforms.position.Icrs;

/**
 * The JSON documents that stand beside a spectrum. They say nothing of when or by which run they
 * were made, so that equal bytes in give equal bytes out.
 */
final class SpectrumDocuments {
  private SpectrumDocuments() {}

  /** {@code normalized/metadata.json}: what the spectrum is and each thing done to it. */
  static byte[] metadata(
      PlannedProduct planned,
      ReadResult.Read read,
      NormalizedSpectrum spectrum,
      SpectrumSummary summary,
      ProfileChoice profile) {
    ObjectNode root = Json.object();
    root.put("schema", "spectrum-metadata/1.0");
    root.put("software", "novacat " + Version.current());
    identity(root, planned);
    source(root.putObject("source"), planned);
    ObjectNode by = root.putObject("profile").put("id", profile.fitsProfileId());
    texts(by.putObject("selection_inputs"), profile.selectionInputs());
    by.put("header_signature_hash", profile.headerSignatureHash());
    observation(root.putObject("observation"), read.observation());
    summary(root.putObject("summary"), summary);
    ObjectNode axis = root.putObject("wavelength");
    axis.put("medium", spectrum.medium().name());
    axis.put("medium_source", spectrum.mediumSource().name());
    axis.put("unit_found", read.spectra().get(0).axis().unit());
    axis.put("source", read.spectra().get(0).axis().source());
    ObjectNode flux = root.putObject("flux");
    flux.put("unit", spectrum.fluxUnit());
    flux.put("unit_found", read.spectra().get(0).flux().unit());
    flux.put("calibration", spectrum.calibration().name());
    root.set("confidence", TrustJson.of(read.trust()));
    columns(root.putArray("columns"), spectrum);
    profile.normalizationNotes().forEach(root.putArray("normalization_notes")::add);
    AccountJson.put(root.putArray("account"), read.account());
    return Json.document(root);
  }

  /** {@code context.json}: all that a person needs to judge a refused file. */
  static ObjectNode context(
      PlannedProduct planned, Examination.Refused found, @Nullable LogPointers logs) {
    Refusal refusal = found.refusal();
    ObjectNode root = Json.object();
    root.put("schema", "quarantine-context/1.0");
    identity(root, planned);
    root.put("validation_status", "QUARANTINED");
    root.put("quarantine_reason_code", refusal.reason().name());
    root.put("detail", refusal.detail());
    root.put("message", refusal.message());
    texts(root.putObject("facts"), refusal.facts());
    root.put("header_signature_hash", found.profile().headerSignatureHash());
    root.put("fits_profile_id", found.profile().fitsProfileId());
    root.put("locator_identity", planned.locator());
    source(root.putObject("source"), planned);
    root.putObject("log_reference")
        .put("workflow", IngestSpectra.WORKFLOW)
        .put("data_product_id", planned.product().toString());
    LogReference.put(root, logs);
    ArrayNode header = root.putArray("header");
    found.headerText().lines().map(String::stripTrailing).forEach(header::add);
    return root;
  }

  private static void identity(ObjectNode root, PlannedProduct planned) {
    root.put("nova_id", planned.nova().toString());
    root.put("data_product_id", planned.product().toString());
    root.put("provider", planned.ref().provider().name());
  }

  private static void source(ObjectNode node, PlannedProduct planned) {
    node.put("file_name", planned.fileName());
    node.put("key", planned.raw().key().toString());
    node.put("byte_length", planned.bytes());
    node.put("sha256", planned.sha256().hex());
    node.put("locator_identity", planned.locator());
    StatedJson.put(node, planned.stated());
  }

  private static void observation(ObjectNode node, Observation observation) {
    node.put("object", observation.object());
    place(node, observation);
    node.put("telescope", observation.telescope());
    node.put("instrument", observation.instrument());
    node.put("observer", observation.observer());
    Json.putNumber(node, "exposure_s", observation.exposureSeconds());
    time(node, observation.time());
    texts(node.putObject("raw_facts"), observation.extras());
  }

  /** The position as the file states it, and as it is compared with that of the nova. */
  private static void place(ObjectNode node, Observation observation) {
    Json.putNumber(node, "ra_deg", observation.raDeg());
    Json.putNumber(node, "dec_deg", observation.decDeg());
    node.put("frame", observation.frame().stated());
    SkyPosition icrs = Icrs.of(observation).orElse(null);
    Json.putNumber(node, "icrs_ra_deg", icrs == null ? null : (Double) icrs.raDeg());
    Json.putNumber(node, "icrs_dec_deg", icrs == null ? null : (Double) icrs.decDeg());
  }

  private static void time(ObjectNode node, @Nullable ObservationTime time) {
    if (time == null) {
      node.putNull("time");
      return;
    }
    ObjectNode value = node.putObject("time");
    value.put("mjd", time.mjd());
    value.put("scale", time.scale().name());
    value.put("source", time.source());
    Json.putNumber(value, "precision_days", time.precisionDays());
    Json.putNumber(value, "span_days", time.spanDays());
  }

  private static void summary(ObjectNode node, SpectrumSummary summary) {
    node.put("wavelength_min_angstrom", summary.wavelengthMin());
    node.put("wavelength_max_angstrom", summary.wavelengthMax());
    node.put("n_samples", summary.samples());
    node.put("n_orders", summary.orders());
    Json.putNumber(node, "snr", summary.snr());
  }

  private static void columns(ArrayNode array, NormalizedSpectrum spectrum) {
    for (SpectrumColumn column : SpectrumColumn.values()) {
      ObjectNode node = array.addObject();
      node.put("name", column.columnName());
      node.put("unit", column.unit(spectrum.fluxUnit()));
      node.put("ucd", column.ucd(spectrum.medium()));
      node.put("description", column.description());
    }
  }

  private static void texts(ObjectNode node, Map<String, String> texts) {
    new TreeMap<>(texts).forEach(node::put);
  }
}
