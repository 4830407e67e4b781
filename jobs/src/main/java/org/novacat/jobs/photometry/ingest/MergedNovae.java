package org.novacat.jobs.photometry.ingest;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Set;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.nova.Nova;

/** Novae that turned out to be others. */
final class MergedNovae {
  private final Catalog catalog;

  MergedNovae(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The nova that a nova was merged into in the end; itself when it was not, or is unknown. */
  NovaId survivor(NovaId nova) {
    NovaId at = nova;
    for (NovaId next = into(at); !next.equals(at); next = into(at)) {
      at = next;
    }
    return at;
  }

  /** Those of these novae that turned out to be others. */
  Set<NovaId> among(Collection<NovaId> novae) {
    return catalog.novae().findAll(novae).stream()
        .filter(nova -> nova.mergedInto() != null)
        .map(Nova::id)
        .collect(toSet());
  }

  private NovaId into(NovaId nova) {
    NovaId into = catalog.novae().find(nova).map(Nova::mergedInto).orElse(null);
    return into == null ? nova : into;
  }
}
