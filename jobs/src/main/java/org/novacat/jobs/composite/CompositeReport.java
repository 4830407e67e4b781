package org.novacat.jobs.composite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.spectrum.ExportFormat;
import org.novacat.persistence.nova.Nova;
import org.novacat.transforms.composite.Composite;
import org.novacat.transforms.composite.Composite.Share;
import org.novacat.transforms.composite.LeftOut;
import org.novacat.transforms.composite.Setting;

/**
 * Which spectra were joined with what weight, and which were left out and why.
 *
 * @param written one a composite
 * @param dry whether nothing was written
 */
record CompositeReport(
    Nova nova, LocalDate night, List<Written> written, List<LeftOut> leftOut, boolean dry)
    implements Report {

  /**
   * A composite and its file.
   *
   * @param bytes how many it has, or would have
   */
  record Written(Composite composite, String file, ExportFormat format, int bytes) {}

  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object();
    root.put("nova_id", nova.id().toString());
    root.put("night", night.toString());
    root.put("dry_run", dry);
    ArrayNode composites = root.putArray("composites");
    written.forEach(one -> put(composites.addObject(), one));
    ArrayNode out = root.putArray("left_out");
    leftOut.forEach(
        one ->
            out.addObject()
                .put("data_product_id", one.id())
                .put("reason", one.reason().name())
                .put("detail", one.detail()));
    return root;
  }

  private static void put(ObjectNode node, Written one) {
    Composite composite = one.composite();
    Setting setting = composite.setting();
    node.put("file", one.file());
    node.put("format", one.format().name().toLowerCase(Locale.ROOT));
    node.put("byte_length", one.bytes());
    node.put("provider", setting.provider());
    node.put("instrument", setting.instrument());
    node.put("medium", setting.medium().name());
    node.put("flux_unit", setting.fluxUnit());
    node.put("flux_calibration", setting.calibration().name());
    node.put("first_mjd", composite.firstMjd());
    node.put("last_mjd", composite.lastMjd());
    node.put("samples", composite.wavelength().length);
    ArrayNode constituents = node.putArray("constituents");
    composite.shares().forEach(share -> put(constituents.addObject(), share));
  }

  private static void put(ObjectNode node, Share share) {
    node.put("data_product_id", share.id());
    node.put("sha256", share.sha256());
    node.put("weight", share.weight());
    node.put("samples", share.samples());
    Json.putNumber(node, "from_angstrom", share.from());
    Json.putNumber(node, "to_angstrom", share.to());
    node.put("variance_factor", share.varianceFactor());
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Written one : written) {
      lines.add(sentence(one));
      TextTable table = new TextTable("constituent", "weight", "samples", "from", "to");
      for (Share share : one.composite().shares()) {
        table.row(share.id(), share.weight(), share.samples(), share.from(), share.to());
      }
      table.lines().forEach(line -> lines.add("  " + line));
    }
    for (LeftOut one : leftOut) {
      lines.add("Left out %s: %s, %s".formatted(one.id(), one.reason(), one.detail()));
    }
    return lines;
  }

  private String sentence(Written one) {
    Setting setting = one.composite().setting();
    return String.format(
        Locale.ROOT,
        "%s %,d samples of %d spectra of %s (%s, %s; MJD %.4f to %.4f) to %s",
        dry ? "Would write" : "Wrote",
        one.composite().wavelength().length,
        one.composite().shares().size(),
        nova.primaryName(),
        setting.provider(),
        setting.instrument().isEmpty() ? "no instrument" : setting.instrument(),
        one.composite().firstMjd(),
        one.composite().lastMjd(),
        one.file());
  }
}
