package org.novacat.jobs.spectra;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.store.Pointer;

/** A planned product as a flat JSON object. */
final class PlannedProductJson {
  private PlannedProductJson() {}

  static void write(PlannedProduct product, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("nova_id", product.nova().toString());
    json.writeStringField("data_product_id", product.product().toString());
    json.writeStringField("provider", product.provider().name());
    json.writeNumberField("version", product.version());
    json.writeStringField("state", product.state());
    json.writeNumberField("attempts_before", product.attemptsBefore());
    json.writeStringField("bucket", product.raw().bucket());
    json.writeStringField("key", product.raw().key().toString());
    json.writeStringField("etag", product.raw().etag());
    json.writeStringField("file_name", product.fileName());
    json.writeStringField("sha256", product.sha256().hex());
    json.writeNumberField("byte_length", product.bytes());
    json.writeStringField("due", product.due().toString());
    json.writeStringField("folder", product.folder().toString());
    json.writeStringField("locator", product.locator());
    SkyPosition target = product.target();
    if (target != null) {
      json.writeNumberField("target_ra_deg", target.raDeg());
      json.writeNumberField("target_dec_deg", target.decDeg());
    }
    json.writeEndObject();
  }

  /** Reads the object whose opening brace {@code json} stands at. */
  static PlannedProduct read(JsonParser json) throws IOException {
    Map<String, String> values = new HashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      values.put(name, json.getText());
    }
    return new PlannedProduct(
        NovaId.parse(value(values, "nova_id")),
        DataProductId.parse(value(values, "data_product_id")),
        new Provider(value(values, "provider")),
        Long.parseLong(value(values, "version")),
        value(values, "state"),
        Long.parseLong(value(values, "attempts_before")),
        value(values, "file_name"),
        raw(values),
        Instant.parse(value(values, "due")),
        Instant.parse(value(values, "folder")),
        value(values, "locator"),
        target(values));
  }

  private static Pointer raw(Map<String, String> values) throws IOException {
    return new Pointer(
        value(values, "bucket"),
        ObjectKey.of(value(values, "key")),
        Long.parseLong(value(values, "byte_length")),
        value(values, "etag"),
        new ContentHash(value(values, "sha256")));
  }

  private static @Nullable SkyPosition target(Map<String, String> values) throws IOException {
    String ra = values.get("target_ra_deg");
    return ra == null
        ? null
        : new SkyPosition(
            Double.parseDouble(ra), Double.parseDouble(value(values, "target_dec_deg")));
  }

  private static String value(Map<String, String> values, String name) throws IOException {
    String value = values.get(name);
    if (value == null) {
      throw new IOException("Cannot read plan: a product lacks '" + name + "'");
    }
    return value;
  }
}
