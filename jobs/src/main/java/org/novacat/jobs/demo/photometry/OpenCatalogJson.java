package org.novacat.jobs.demo.photometry;

import static org.novacat.jobs.demo.photometry.SampleBand.B;
import static org.novacat.jobs.demo.photometry.SampleBand.V;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import org.novacat.jobs.report.Json;

/** The layout of the Open Supernova Catalog and its sisters: numbers as text, limits by a flag. */
final class OpenCatalogJson implements Dialect {
  @Override
  public Campaign campaign() {
    return new Campaign(List.of(B, V), 25, 150, 2, 15.5, 0.03);
  }

  @Override
  public String fileName(LightCurve curve) {
    return curve.nova().compactName() + "_catalog.json";
  }

  @Override
  public byte[] write(LightCurve curve, List<Observation> seen, Random random) {
    String name = curve.nova().name();
    ObjectNode root = Json.object();
    ObjectNode event = root.putObject(name).put("schema", "osc").put("name", name);
    event.putArray("sources").addObject().put("name", "novacat sample").put("alias", "1");
    ArrayNode photometry = event.putArray("photometry");
    seen.forEach(one -> describe(one, photometry.addObject()));
    return Json.document(root);
  }

  private static void describe(Observation one, ObjectNode point) {
    point.put("time", Dialect.format("%.5f", one.mjd())).put("u_time", "MJD");
    point.put("band", one.band().text());
    point.put("magnitude", Dialect.format("%.3f", one.magnitude()));
    if (one.limit()) {
      point.put("upperlimit", true);
    } else {
      point.put("e_magnitude", Dialect.format("%.3f", one.error()));
    }
    point.put("source", "1");
  }
}
