package org.novacat.jobs.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;

/**
 * A JSON document with one long array as its last field, made entry by entry while it is read, so
 * that it is never held as a whole. Its bytes are those of {@link Json#document}.
 *
 * @param head the fields before the array
 * @param name the array's
 * @param entries of the array, the same each time
 * @param describe makes an entry's object
 */
public record LongDocument<T>(
    ObjectNode head, String name, Iterable<T> entries, Function<T, ObjectNode> describe) {

  /** How many bytes it has; all of them are made once for this. */
  public long length() {
    try (InputStream in = open()) {
      return in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the document of '%s'".formatted(name), e);
    }
  }

  /**
   * The bytes from the first, as often as it is asked.
   *
   * @throws IOException if the head cannot be written as JSON
   */
  public InputStream open() throws IOException {
    return new SequenceInputStream(new Parts());
  }

  /** The head, each entry, and the end; as {@link SequenceInputStream} wants them. */
  @SuppressWarnings("JdkObsolete")
  private final class Parts implements Enumeration<InputStream> {
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private final JsonGenerator json = Json.indented(new OutputStreamWriter(part, UTF_8));
    private final Iterator<T> left = entries.iterator();
    private boolean ended;

    Parts() throws IOException {
      json.writeStartObject();
      for (Map.Entry<String, JsonNode> field : head.properties()) {
        json.writeFieldName(field.getKey());
        json.writeTree(field.getValue());
      }
      json.writeArrayFieldStart(name);
    }

    @Override
    public boolean hasMoreElements() {
      return !ended;
    }

    @Override
    public InputStream nextElement() {
      try {
        next();
        byte[] bytes = part.toByteArray();
        part.reset();
        return new ByteArrayInputStream(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot make the document of '%s'".formatted(name), e);
      }
    }

    private void next() throws IOException {
      if (left.hasNext()) {
        json.writeTree(describe.apply(left.next()));
        json.flush();
      } else {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
        part.writeBytes("\n".getBytes(UTF_8));
        ended = true;
      }
    }
  }
}
