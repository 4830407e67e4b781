package org.novacat.jobs.spectra;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;

/**
 * A plan on disk, as JSON: written and read product by product, so that a plan of a million takes
 * no memory. It becomes the run's {@code input.json}.
 */
final class PlanFile {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String PRODUCTS = "products";

  private PlanFile() {}

  /** Writes one plan. */
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
        throw failed(e);
      }
    }

    void add(PlannedProduct product) {
      String identity = product.product() + " " + product.version() + " " + product.sha256() + "\n";
      id.update(identity.getBytes(StandardCharsets.UTF_8));
      try {
        PlannedProductJson.write(product, json);
      } catch (IOException e) {
        throw failed(e);
      }
    }

    /** Ends the plan; equal plans have equal ids. */
    String finish() {
      String hash = ContentHash.of(id).hex();
      try {
        json.writeEndArray();
        json.writeStringField("plan_id", hash);
        json.writeEndObject();
        json.flush();
        return hash;
      } catch (IOException e) {
        throw failed(e);
      }
    }

    @Override
    public void close() {
      try {
        json.close();
      } catch (IOException e) {
        throw failed(e);
      }
    }
  }

  /** Reads the products of a plan in their order. */
  static final class Reader implements Iterator<PlannedProduct>, AutoCloseable {
    private final JsonParser json;
    private @Nullable PlannedProduct next;

    Reader(Path file) {
      try {
        json = JSON.createParser(Files.newBufferedReader(file));
        while (!PRODUCTS.equals(json.currentName())) {
          json.nextToken();
        }
        json.nextToken();
        advance();
      } catch (IOException e) {
        throw failed(e);
      }
    }

    private void advance() throws IOException {
      next = json.nextToken() == JsonToken.START_OBJECT ? PlannedProductJson.read(json) : null;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public PlannedProduct next() {
      PlannedProduct product = next;
      if (product == null) {
        throw new NoSuchElementException("the plan has ended");
      }
      try {
        advance();
      } catch (IOException e) {
        throw failed(e);
      }
      return product;
    }

    @Override
    public void close() {
      try {
        json.close();
      } catch (IOException e) {
        throw failed(e);
      }
    }
  }

  /** Gives every product of a plan to {@code each}. */
  static void forEach(Path file, Consumer<PlannedProduct> each) {
    try (Reader reader = new Reader(file)) {
      reader.forEachRemaining(each);
    }
  }

  private static UncheckedIOException failed(IOException e) {
    return new UncheckedIOException("Cannot keep the plan in the temporary folder", e);
  }
}
