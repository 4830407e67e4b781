package org.novacat.persistence.table;

import org.junit.jupiter.api.AfterEach;
import org.novacat.persistence.testing.DynamoServer;

class DynamoTableIT extends TableContract {
  private final Table table = DynamoServer.fresh();

  @Override
  Table table() {
    return table;
  }

  @AfterEach
  void close() {
    table.close();
  }
}
