package org.novacat.persistence.commit;

import org.novacat.persistence.testing.DynamoServer;

class OutcomeCommitterIT extends OutcomeCommitterContract {
  OutcomeCommitterIT() {
    super(DynamoServer.fresh());
  }
}
