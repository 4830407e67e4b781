package org.novacat.persistence.photometry;

import org.novacat.persistence.testing.DynamoServer;

class PhotometryIT extends PhotometryContract {
  PhotometryIT() {
    super(DynamoServer.fresh());
  }
}
