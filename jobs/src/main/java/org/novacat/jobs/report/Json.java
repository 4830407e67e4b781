package org.novacat.jobs.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON as novacat writes it: fields in the order they were put, no NaN, {@code \n} everywhere. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter PRETTY = MAPPER.writer(prettyPrinter());

  private Json() {}

  /** A new empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** One line without a line end. */
  public static String line(ObjectNode node) {
    return write(MAPPER.writer(), node);
  }

  /** An indented document with a line end, UTF-8. Equal nodes give equal bytes. */
  public static byte[] document(ObjectNode node) {
    return (write(PRETTY, node) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Writes a document piece by piece, as {@link #document} would; its end takes a line end more.
   */
  static JsonGenerator indented(Writer out) throws IOException {
    return PRETTY.createGenerator(out);
  }

  /** Puts a number, or null where it is null, NaN or infinite, which JSON cannot say. */
  public static ObjectNode putNumber(ObjectNode node, String name, @Nullable Double value) {
    return value == null || !Double.isFinite(value) ? node.putNull(name) : node.put(name, value);
  }

  /**
   * Reads a document back.
   *
   * @throws IllegalArgumentException when it is no JSON object
   */
  public static ObjectNode parse(byte[] document) {
    try {
      return MAPPER.readValue(document, ObjectNode.class);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Cannot read JSON: the bytes are no object (%s)".formatted(e.getMessage()), e);
    }
  }

  private static String write(ObjectWriter writer, ObjectNode node) {
    try {
      return writer.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new AssertionError("a tree of plain nodes can always be written", e);
    }
  }

  private static DefaultPrettyPrinter prettyPrinter() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return printer;
  }
}
