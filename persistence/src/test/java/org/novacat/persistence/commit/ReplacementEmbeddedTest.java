package org.novacat.persistence.commit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.persistence.embedded.EmbeddedTables;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.testing.MutableClock;

class ReplacementEmbeddedTest extends ReplacementContract {
  @TempDir private Path folder;
  private Table table;

  @BeforeEach
  void open() {
    // this table drops locks by the true time
    clock.advance(Duration.between(MutableClock.START, Instant.now()));
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
