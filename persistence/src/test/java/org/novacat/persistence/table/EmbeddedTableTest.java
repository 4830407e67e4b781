package org.novacat.persistence.table;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.persistence.embedded.EmbeddedTables;

class EmbeddedTableTest extends TableContract {
  @TempDir private Path folder;
  private Table table;

  @BeforeEach
  void open() {
    EmbeddedTables source = new EmbeddedTables(folder, "Test");
    source.init();
    table = source.open();
  }

  @Override
  Table table() {
    return table;
  }

  @AfterEach
  void close() {
    table.close();
  }
}
