package org.novacat.persistence.commit;

import org.novacat.persistence.testing.LocalTables;

class OutcomeCommitterIT extends OutcomeCommitterContract {
  OutcomeCommitterIT() {
    super(LocalTables.fresh());
  }
}
