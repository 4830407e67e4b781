package org.novacat.persistence.failure;

/** A stored item cannot be read: written by a newer novacat, or not one of its items at all. */
public final class SchemaException extends PersistenceException {
  public SchemaException(String message) {
    super(message, null);
  }
}
