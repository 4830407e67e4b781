package org.novacat.persistence.nova;

import java.util.stream.Stream;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.Table;

/** The directory of novae, which merged ones have left. */
public final class NovaIds {
  private NovaIds() {}

  /** The ids of all novae but merged ones, in their order; costs a request for some thousands. */
  public static Stream<NovaId> all(Table table) {
    return mappings(table, Keys.ALL_NAMES).map(NameMapping::novaId);
  }

  static Stream<NameMapping> mappings(Table table, String normalizedName) {
    return Pages.of(table, Query.of(Keys.name(normalizedName), "")).map(NameMapping.ITEM::read);
  }
}
