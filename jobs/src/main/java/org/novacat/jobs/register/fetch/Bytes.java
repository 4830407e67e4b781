package org.novacat.jobs.register.fetch;

import org.novacat.layouts.id.ContentHash;
import org.novacat.persistence.store.Content;

/** Bytes to be stored, and the hash that they have to have when they are. */
public record Bytes(Content content, ContentHash sha256) {
  public static Bytes of(byte[] bytes) {
    return new Bytes(Content.of(bytes), ContentHash.of(bytes));
  }
}
