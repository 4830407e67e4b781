package org.novacat.persistence.bulk;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.dynamodb.TableSettings;
import org.novacat.persistence.embedded.EmbeddedTables;
import org.novacat.persistence.table.Table;

/**
 * Which table is read, as executors are told. Credentials are not in it: each executor asks AWS's
 * default provider chain.
 *
 * @param name of the table
 * @param region null for that of AWS's default chain
 * @param endpoint null for AWS's own of the region
 * @param folder of the embedded table; null for DynamoDB
 */
record TablePlace(
    String name, @Nullable String region, @Nullable URI endpoint, @Nullable String folder)
    implements Serializable {
  TablePlace {
    requireNonNull(name, "name is null");
  }

  boolean isEmbedded() {
    return folder != null;
  }

  /**
   * Opens the table and looks whether it is one of ours.
   *
   * @throws org.novacat.persistence.failure.PersistenceException when it cannot be read
   */
  Table open() {
    return folder == null ? settings().open() : new EmbeddedTables(Path.of(folder), name).open();
  }

  /** The same for one part of a reading, the table having been opened before. */
  Table connect() {
    return folder == null ? settings().connect() : open();
  }

  private TableSettings settings() {
    return new TableSettings(name, region, endpoint);
  }
}
