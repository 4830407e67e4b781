package org.novacat.jobs.publish.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.TimeScale;

/** {@code files.jsonl} of a release: all of its other objects, a unit a line. */
public final class FilesList {
  private FilesList() {}

  /** Writes the units of a release, by name; equal units give equal bytes. */
  public static void write(Path file, Collection<ReleaseUnit> units) throws IOException {
    SortedMap<String, ReleaseUnit> sorted = new TreeMap<>();
    units.forEach(unit -> sorted.put(unit.name(), unit));
    try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
      for (ReleaseUnit unit : sorted.values()) {
        out.write(Json.line(json(unit)));
        out.write('\n');
      }
    }
  }

  private static ObjectNode json(ReleaseUnit unit) {
    ObjectNode node = Json.object().put("unit", unit.name()).put("title", unit.title());
    node.put("content", unit.content().hex());
    var files = node.putArray("files");
    for (ReleaseFile file : unit.files()) {
      ObjectNode one = files.addObject().put("path", file.path()).put("bytes", file.bytes());
      one.put("etag", file.etag()).put("sha256", file.sha256().hex());
    }
    var products = node.putArray("products");
    for (ReleasedProduct product : unit.products()) {
      ObjectNode one = products.addObject().put("id", product.id().toString());
      one.put("name", product.name()).put("input", product.input().hex());
      one.put("output", product.output().hex()).put("rules", product.rules());
      if (!product.isSpectrum()) {
        var uploads = one.putArray("uploads");
        product.uploads().forEach(upload -> uploads.add(upload.toString()));
      }
      put(one.put("rows", product.rows()), product.facts());
    }
    return node;
  }

  private static void put(ObjectNode node, ProductFacts facts) {
    node.put("medium", facts.medium().name()).put("time_scale", facts.timeScale().name());
    node.put("licence", facts.licence()).put("bibcode", facts.bibcode()).put("doi", facts.doi());
    node.put("acknowledgement", facts.acknowledgement());
    Json.putNumber(node, "first_mjd", facts.firstMjd());
    Json.putNumber(node, "last_mjd", facts.lastMjd());
  }

  private static ProductFacts facts(JsonNode node) {
    return new ProductFacts(
        Medium.valueOf(text(node, "medium")),
        TimeScale.valueOf(text(node, "time_scale")),
        text(node, "licence"),
        text(node, "bibcode"),
        text(node, "doi"),
        text(node, "acknowledgement"),
        number(node, "first_mjd"),
        number(node, "last_mjd"));
  }

  private static @Nullable Double number(JsonNode node, String name) {
    JsonNode number = node.path(name);
    return number.isNumber() ? number.doubleValue() : null;
  }

  /**
   * Reads the units of a release, by name.
   *
   * @throws IllegalArgumentException when it is no such list
   */
  public static SortedMap<String, ReleaseUnit> read(InputStream in) throws IOException {
    SortedMap<String, ReleaseUnit> units = new TreeMap<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      ReleaseUnit unit = unit(Json.parse(line.getBytes(UTF_8)));
      units.put(unit.name(), unit);
    }
    return units;
  }

  private static ReleaseUnit unit(ObjectNode node) {
    List<ReleaseFile> files = new ArrayList<>();
    for (JsonNode one : node.path("files")) {
      files.add(
          new ReleaseFile(
              text(one, "path"),
              one.path("bytes").asLong(),
              text(one, "etag"),
              hash(one, "sha256")));
    }
    List<ReleasedProduct> products = new ArrayList<>();
    for (JsonNode one : node.path("products")) {
      products.add(
          new ReleasedProduct(
              DataProductId.parse(text(one, "id")),
              text(one, "name"),
              hash(one, "input"),
              hash(one, "output"),
              text(one, "rules"),
              one.path("rows").asLong(),
              uploads(one),
              facts(one)));
    }
    return new ReleaseUnit(
        text(node, "unit"), text(node, "title"), hash(node, "content"), files, products);
  }

  private static List<IngestFileId> uploads(JsonNode product) {
    List<IngestFileId> uploads = new ArrayList<>();
    product.path("uploads").forEach(one -> uploads.add(IngestFileId.parse(one.asText())));
    return uploads;
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText();
  }

  private static ContentHash hash(JsonNode node, String name) {
    return new ContentHash(text(node, name));
  }
}
