package org.novacat.layouts.id;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.UUID;

/** An uploaded photometry file. Made from its bytes, so the same bytes are the same upload. */
public record IngestFileId(UUID value) implements Comparable<IngestFileId>, Serializable {
  public IngestFileId {
    requireNonNull(value, "value is null");
  }

  /** The id of the upload with these bytes: the hash's first 16 bytes, as a UUID of version 8. */
  public static IngestFileId of(ContentHash content) {
    return new IngestFileId(content.uuid());
  }

  /**
   * Reads the canonical text form.
   *
   * @throws IllegalArgumentException when {@code text} is not a lower-case UUID
   */
  public static IngestFileId parse(String text) {
    return new IngestFileId(Uuids.parse("ingest file id", text));
  }

  @Override
  public int compareTo(IngestFileId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
