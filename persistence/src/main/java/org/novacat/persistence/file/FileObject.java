package org.novacat.persistence.file;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.novacat.persistence.store.Pointer;

/** An object of a product, and what it is to it. */
public record FileObject(FileRole role, Pointer pointer) implements Serializable {
  public FileObject {
    requireNonNull(role, "role is null");
    requireNonNull(pointer, "pointer is null");
  }
}
