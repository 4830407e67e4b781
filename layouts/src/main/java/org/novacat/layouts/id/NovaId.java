package org.novacat.layouts.id;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.UUID;

/** A nova. Random: names and coordinates resolve to it, never the other way round. */
public record NovaId(UUID value) implements Comparable<NovaId>, Serializable {
  public NovaId {
    requireNonNull(value, "value is null");
  }

  /** A new identifier that nothing has yet. */
  public static NovaId mint() {
    return new NovaId(UUID.randomUUID());
  }

  /**
   * Reads the canonical text form.
   *
   * @throws IllegalArgumentException when {@code text} is not a lower-case UUID
   */
  public static NovaId parse(String text) {
    return new NovaId(Uuids.parse("nova id", text));
  }

  @Override
  public int compareTo(NovaId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
