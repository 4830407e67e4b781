package org.novacat.jobs.admin;

import java.util.List;
import java.util.stream.Stream;
import org.novacat.jobs.run.Stores;

/** The kinds of things that can be in quarantine. */
enum QuarantineKind {
  SPECTRA {
    @Override
    Stream<Quarantined> list(Stores stores) {
      return stores
          .catalog()
          .quarantine()
          .list()
          .map(product -> new QuarantinedProduct(product, List.of()));
    }
  },
  PHOTOMETRY {
    @Override
    Stream<Quarantined> list(Stores stores) {
      return stores
          .catalog()
          .uploads()
          .reviews()
          .list()
          .map(upload -> new QuarantinedUpload(upload, null));
    }
  };

  /** All of this kind. Reads all products, or all uploads. */
  abstract Stream<Quarantined> list(Stores stores);
}
