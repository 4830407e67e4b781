package org.novacat.persistence.failure;

/** The table does not exist; {@code novacat init} makes it (exit code 2). */
public final class TableMissingException extends PersistenceException {
  public TableMissingException(String table) {
    super("Cannot open table '%s': it does not exist (run 'novacat init')".formatted(table), null);
  }
}
