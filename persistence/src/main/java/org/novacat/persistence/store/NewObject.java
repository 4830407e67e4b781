package org.novacat.persistence.store;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.key.LayoutKey;

/** What is to be written, and where. */
public record NewObject(LayoutKey key, Content content) {
  public NewObject {
    requireNonNull(key, "key is null");
    requireNonNull(content, "content is null");
  }
}
