package org.novacat.spectral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** JSON documents of version 1 that are published with a store. */
final class Documents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int VERSION = 1;

  private Documents() {}

  /** A new document, with its version. */
  static ObjectNode document() {
    return JSON.createObjectNode().put("version", VERSION);
  }

  /** UTF-8. */
  static byte[] bytes(ObjectNode document) {
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write JSON: it is a tree of plain values", e);
    }
  }

  /**
   * Reads a document.
   *
   * @param what how it is called in messages
   * @throws SpectralException when it is no JSON object of version 1
   */
  static JsonNode parse(String what, byte[] bytes) {
    JsonNode root;
    try {
      root = JSON.readTree(bytes);
    } catch (IOException e) {
      throw new SpectralException(
          "Cannot read %s: it is no JSON (write it anew)".formatted(what), e);
    }
    if (root == null || root.path("version").asLong() != VERSION) {
      throw new SpectralException(
          "Cannot read %s: its version is '%s', and this is for version %s (use a newer novacat, or write it anew)"
              .formatted(what, root == null ? "" : root.path("version").asText(), VERSION));
    }
    return root;
  }

  /** A text that must be there and not empty. */
  static String text(String what, JsonNode from, String name) {
    JsonNode value = from.path(name);
    if (!value.isTextual() || value.asText().isEmpty()) {
      throw new SpectralException(
          "Cannot read %s: '%s' is '%s' (a text is expected; write it anew)"
              .formatted(what, name, value.asText()));
    }
    return value.asText();
  }

  /** A whole number, 0 or more, that must be there. */
  static long count(String what, JsonNode from, String name) {
    JsonNode value = from.path(name);
    if (!value.canConvertToLong() || !value.isIntegralNumber() || value.asLong() < 0) {
      throw new SpectralException(
          "Cannot read %s: '%s' is '%s' (a whole number from 0 is expected; write it anew)"
              .formatted(what, name, value.asText()));
    }
    return value.asLong();
  }
}
