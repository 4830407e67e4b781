package org.novacat.persistence.failure;

/** A stored item cannot be read: written by a newer novacat, or not one of its items at all. */
public final class SchemaException extends PersistenceException {
  private static final long serialVersionUID = 1L;

  public SchemaException(String message) {
    super(message, null);
  }
}
