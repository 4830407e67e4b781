package org.novacat.persistence.table;

/** Where a table is: what can open it, and make it where it is missing. */
public interface TableSource {
  /** What {@link #init} found. */
  enum Init {
    CREATED,
    ALREADY_THERE
  }

  /**
   * Opens the table, which exists.
   *
   * @throws org.novacat.persistence.failure.TableMissingException when it does not
   * @throws org.novacat.persistence.failure.StoreUnreachableException when the service does not
   *     answer, or the file cannot be used
   * @throws org.novacat.persistence.failure.UsageException when it is not one of ours
   */
  Table open();

  /**
   * Creates the table with its index, each where it is missing. Safe to repeat and to do at once
   * from many places.
   *
   * @throws org.novacat.persistence.failure.StoreUnreachableException when the service does not
   *     answer, or the file cannot be made
   * @throws org.novacat.persistence.failure.UsageException when a table of another shape has the
   *     name
   */
  Init init();
}
