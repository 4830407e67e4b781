package org.novacat.persistence.commit;

import org.novacat.persistence.table.Table;
import org.novacat.persistence.testing.DynamoServer;

class ReplacementIT extends ReplacementContract {
  private final Table table = DynamoServer.fresh();

  @Override
  Table table() {
    return table;
  }
}
