package org.novacat.persistence.commit;

import org.novacat.persistence.table.Table;
import org.novacat.persistence.testing.InMemoryTable;

class ReplacementTest extends ReplacementContract {
  private final Table table = new InMemoryTable();

  @Override
  Table table() {
    return table;
  }
}
