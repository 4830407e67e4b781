package org.novacat.jobs.samples.photometry;

import static org.novacat.jobs.samples.photometry.SampleBand.B;
import static org.novacat.jobs.samples.photometry.SampleBand.V;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** The layout of the Open Supernova Catalog and its sisters: numbers as text, limits by a flag. */
final class OpenCatalogJson implements Dialect {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Campaign campaign() {
    return new Campaign(List.of(B, V), 25, 150, 2, 15.5, 0.03);
  }

  @Override
  public String fileName(LightCurve curve) {
    return curve.nova().compactName() + "_catalog.json";
  }

  @Override
  public byte[] write(LightCurve curve, List<CurvePoint> seen, Random random) {
    String name = curve.nova().name();
    ObjectNode root = JSON.createObjectNode();
    ObjectNode event = root.putObject(name).put("schema", "osc").put("name", name);
    event.putArray("sources").addObject().put("name", "novacat sample").put("alias", "1");
    ArrayNode photometry = event.putArray("photometry");
    seen.forEach(one -> describe(one, photometry.addObject()));
    return document(root);
  }

  /** Line ends are the same on every machine. */
  private static byte[] document(ObjectNode root) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    try {
      String text = JSON.writer(printer).writeValueAsString(root);
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new AssertionError("a tree of plain nodes can always be written", e);
    }
  }

  private static void describe(CurvePoint one, ObjectNode point) {
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
