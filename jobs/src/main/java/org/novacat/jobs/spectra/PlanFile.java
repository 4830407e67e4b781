package org.novacat.jobs.spectra;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.run.Temporary;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.store.Pointer;

/**
 * A plan on disk, as JSON: written and read product by product, each a flat object, so that a plan
 * of a million takes no memory. It becomes the run's {@code input.json}.
 */
final class PlanFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
  private static final String PRODUCTS = "products";
  private static final String STATED = "stated_";
  private static final String STATED_FROM = "stated_from";

  private PlanFile() {}

  static final class Writer implements AutoCloseable {
    private final JsonGenerator json;
    private final MessageDigest id = ContentHash.sha256();

    Writer(Path file) {
      try {
        json = JSON.createGenerator(Files.newBufferedWriter(file));
        json.writeStartObject();
        json.writeStringField("workflow", IngestSpectra.WORKFLOW);
        json.writeArrayFieldStart(PRODUCTS);
      } catch (IOException e) {
        throw Temporary.failed(e);
      }
    }

    void add(PlannedProduct product) {
      String identity =
          product.product() + " " + product.ref().version() + " " + product.sha256() + "\n";
      id.update(identity.getBytes(StandardCharsets.UTF_8));
      kept(() -> json.writeTree(node(product)));
    }

    /** Ends the plan; equal plans have equal ids. */
    String finish() {
      String hash = ContentHash.of(id).hex();
      kept(
          () -> {
            json.writeEndArray();
            json.writeStringField("plan_id", hash);
            json.writeEndObject();
            json.flush();
          });
      return hash;
    }

    @Override
    public void close() {
      kept(json::close);
    }
  }

  /** Reads the products of a plan in their order. */
  static final class Reader implements Iterator<PlannedProduct>, AutoCloseable {
    private final JsonParser json;
    private final MappingIterator<Map<String, String>> products;

    Reader(Path file) {
      try {
        json = JSON.createParser(Files.newBufferedReader(file));
        while (!PRODUCTS.equals(json.currentName())) {
          json.nextToken();
        }
        json.nextToken();
        json.clearCurrentToken(); // the array that they are in
        products = JSON.readerForMapOf(String.class).readValues(json);
      } catch (IOException e) {
        throw Temporary.failed(e);
      }
    }

    @Override
    public boolean hasNext() {
      return products.hasNext();
    }

    @Override
    public PlannedProduct next() {
      return product(products.next());
    }

    @Override
    public void close() {
      kept(json::close); // a MappingIterator that is at its end closes nothing
    }
  }

  /** Gives every product of a plan to {@code each}. */
  static void forEach(Path file, Consumer<PlannedProduct> each) {
    try (Reader reader = new Reader(file)) {
      reader.forEachRemaining(each);
    }
  }

  private static ObjectNode node(PlannedProduct product) {
    ProductRef ref = product.ref();
    ObjectNode node = Json.object().put("nova_id", ref.novaId().toString());
    node.put("data_product_id", ref.id().toString()).put("provider", ref.provider().name());
    node.put("version", ref.version()).put("state", ref.state().toString());
    node.put("attempts_before", ref.attemptsBefore());
    Pointer raw = product.raw();
    node.put("bucket", raw.bucket()).put("key", raw.key().toString()).put("etag", raw.etag());
    node.put("file_name", product.fileName()).put("sha256", raw.sha256().hex());
    node.put("byte_length", raw.byteLength()).put("due", product.due().toString());
    node.put("folder", product.folder().toString()).put("locator", product.locator());
    SkyPosition target = product.target();
    if (target != null) {
      node.put("target_ra_deg", target.raDeg()).put("target_dec_deg", target.decDeg());
    }
    product.stated().facts().forEach((fact, text) -> node.put(STATED + fact.key(), text));
    if (!product.stated().isEmpty()) {
      node.put(STATED_FROM, product.stated().from());
    }
    return node;
  }

  private static PlannedProduct product(Map<String, String> values) {
    return new PlannedProduct(
        ref(values),
        value(values, "file_name"),
        raw(values),
        Instant.parse(value(values, "due")),
        Instant.parse(value(values, "folder")),
        value(values, "locator"),
        target(values),
        stated(values));
  }

  private static ProductRef ref(Map<String, String> values) {
    return new ProductRef(
        NovaId.parse(value(values, "nova_id")),
        new Provider(value(values, "provider")),
        DataProductId.parse(value(values, "data_product_id")),
        Long.parseLong(value(values, "version")),
        ProductState.parse(value(values, "state")),
        Long.parseLong(value(values, "attempts_before")));
  }

  private static Pointer raw(Map<String, String> values) {
    return new Pointer(
        value(values, "bucket"),
        ObjectKey.of(value(values, "key")),
        Long.parseLong(value(values, "byte_length")),
        value(values, "etag"),
        new ContentHash(value(values, "sha256")));
  }

  private static StatedFacts stated(Map<String, String> values) {
    Map<StatedFact, String> facts = new EnumMap<>(StatedFact.class);
    for (StatedFact fact : StatedFact.values()) {
      String text = values.get(STATED + fact.key());
      if (text != null) {
        facts.put(fact, text);
      }
    }
    return facts.isEmpty()
        ? StatedFacts.NONE
        : new StatedFacts(facts, values.getOrDefault(STATED_FROM, ""));
  }

  private static @Nullable SkyPosition target(Map<String, String> values) {
    String ra = values.get("target_ra_deg");
    return ra == null
        ? null
        : new SkyPosition(
            Double.parseDouble(ra), Double.parseDouble(value(values, "target_dec_deg")));
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("Cannot read plan: a product lacks '" + name + "'");
    }
    return value;
  }

  /** A step of writing or reading it. */
  private interface Step {
    void take() throws IOException;
  }

  private static void kept(Step step) {
    try {
      step.take();
    } catch (IOException e) {
      throw Temporary.failed(e);
    }
  }
}
