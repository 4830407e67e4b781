package org.novacat.persistence.photometry;

import org.novacat.persistence.testing.LocalTables;

class PhotometryIT extends PhotometryContract {
  PhotometryIT() {
    super(LocalTables.fresh());
  }
}
