package org.novacat.persistence.bundle;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.table.Table;

/** The one bundle of each nova. */
public final class Bundles {
  private final Table table;

  public Bundles(Table table) {
    this.table = requireNonNull(table, "table is null");
  }

  /** The bundle of a nova; empty when none was ever built. */
  public Optional<Bundle> find(NovaId nova) {
    return Bundle.ITEM.find(table, Keys.bundle(nova));
  }

  /** Those of these novae that have one, read 100 at a time. */
  public Map<NovaId, Bundle> findAll(Collection<NovaId> novae) {
    return table
        .getEach(novae.stream().distinct().map(Keys::bundle))
        .map(Bundle.ITEM::read)
        .collect(toMap(Bundle::novaId, bundle -> bundle));
  }
}
