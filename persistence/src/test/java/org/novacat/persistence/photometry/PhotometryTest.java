package org.novacat.persistence.photometry;

import org.novacat.persistence.testing.InMemoryTable;

class PhotometryTest extends PhotometryContract {
  PhotometryTest() {
    super(new InMemoryTable());
  }
}
