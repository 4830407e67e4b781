package org.novacat.persistence.commit;

import org.novacat.persistence.testing.InMemoryTable;

class OutcomeCommitterTest extends OutcomeCommitterContract {
  OutcomeCommitterTest() {
    super(new InMemoryTable());
  }
}
