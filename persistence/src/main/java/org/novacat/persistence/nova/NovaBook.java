package org.novacat.persistence.nova;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.NovaId;

/** {@link Novae#resolve} for executors, which see no table: all names, as they were. */
public final class NovaBook implements Serializable {
  private final HashMap<String, ArrayList<NovaId>> byName = new HashMap<>();

  /** A book of these novae, among which no merged ones are. */
  public static NovaBook of(Stream<Nova> novae) {
    NovaBook book = new NovaBook();
    novae.forEach(book::add);
    return book;
  }

  private void add(Nova nova) {
    name(nova.primaryName(), nova.id());
    nova.aliases().forEach(alias -> name(alias, nova.id()));
    name(nova.id().toString(), nova.id());
  }

  private void name(String name, NovaId id) {
    ArrayList<NovaId> ids =
        byName.computeIfAbsent(NovaNames.normalize(name), key -> new ArrayList<>());
    if (!ids.contains(id)) {
      ids.add(id);
    }
  }

  /** The novae of a name or id; empty when nobody is called so. */
  public List<NovaId> named(String text) {
    return SeveralNames.lookUp(
        text, name -> byName.getOrDefault(NovaNames.normalize(name), new ArrayList<>()));
  }

  /** The one nova of a name; null when there is none or more than one. */
  public @Nullable NovaId only(String text) {
    List<NovaId> novae = named(text);
    return novae.size() == 1 ? novae.get(0) : null;
  }
}
