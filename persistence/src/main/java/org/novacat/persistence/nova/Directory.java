package org.novacat.persistence.nova;

import static java.util.Comparator.comparingDouble;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.Table;

/** Looks novae up: by id, by name, by place. Merged ones have left the directory of all. */
public final class Directory {
  private final Table table;

  /** A nova and how far it lies from a place, arcsec. */
  record Near(NovaId id, double arcsec) {}

  Directory(Table table) {
    this.table = table;
  }

  Optional<Nova> find(NovaId id) {
    return Nova.ITEM.find(table, Keys.nova(id));
  }

  /** All novae, 100 read at a time, in order of their ids. */
  Stream<Nova> all() {
    return table.getEach(ids(table).map(Keys::nova)).map(Nova.ITEM::read);
  }

  /** The novae of a name, by each form that its items may have. */
  List<NovaId> named(String name) {
    return NovaNames.forms(name).stream()
        .flatMap(form -> mappings(table, form))
        .map(NameMapping::novaId)
        .distinct()
        .toList();
  }

  /** The nova nearest to a place, of those whose place is known. */
  Optional<Near> nearest(SkyPosition place) {
    return mappings(table, Keys.ALL_NAMES)
        .flatMap(mapping -> near(mapping, place))
        .min(comparingDouble(Near::arcsec));
  }

  /** Those of these novae that exist, in order of their ids, read 100 at a time. */
  List<Nova> novae(Collection<NovaId> ids) {
    return table
        .getEach(ids.stream().distinct().sorted().map(Keys::nova))
        .map(Nova.ITEM::read)
        .toList();
  }

  private static Stream<Near> near(NameMapping mapping, SkyPosition place) {
    @Nullable SkyPosition there = mapping.position();
    return there == null
        ? Stream.empty()
        : Stream.of(new Near(mapping.novaId(), there.separationArcsec(place)));
  }

  /** The same of this table. */
  Stream<NovaId> ids() {
    return ids(table);
  }

  /** The ids of all novae but merged ones, in their order; costs a request for some thousands. */
  public static Stream<NovaId> ids(Table table) {
    return mappings(table, Keys.ALL_NAMES).map(NameMapping::novaId);
  }

  static Stream<NameMapping> mappings(Table table, String normalizedName) {
    return Pages.of(table, Query.of(Keys.name(normalizedName), "")).map(NameMapping.ITEM::read);
  }
}
