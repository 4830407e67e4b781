package org.novacat.jobs.photometry.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.persistence.item.Nova;
import org.novacat.persistence.item.SkyPosition;
import org.novacat.persistence.nova.NovaNames;

/** Which novae there are and what they are called, as it travels to executors. */
final class NovaBook implements Serializable {
  private static final long serialVersionUID = 1;

  private final HashMap<String, ArrayList<NovaId>> byName = new HashMap<>();
  private final HashMap<NovaId, Entry> entries = new HashMap<>();

  private record Entry(String primaryName, double raDeg, double decDeg) implements Serializable {}

  /** A book of these novae; what a merged one is called leads to the one it was merged into. */
  static NovaBook of(Stream<Nova> novae) {
    NovaBook book = new NovaBook();
    novae.forEach(book::add);
    return book;
  }

  private void add(Nova nova) {
    NovaId id = nova.mergedInto() == null ? nova.id() : nova.mergedInto();
    name(nova.primaryName(), id);
    nova.aliases().forEach(alias -> name(alias, id));
    name(nova.id().toString(), id);
    if (nova.mergedInto() == null) {
      SkyPosition place = nova.position();
      entries.put(
          nova.id(),
          new Entry(
              nova.primaryName(),
              place == null ? Double.NaN : place.raDeg(),
              place == null ? Double.NaN : place.decDeg()));
    }
  }

  private void name(String name, NovaId id) {
    ArrayList<NovaId> ids =
        byName.computeIfAbsent(NovaNames.normalize(name), key -> new ArrayList<>());
    if (!ids.contains(id)) {
      ids.add(id);
    }
  }

  /** The novae of a name or id; empty when nobody is called so. */
  List<NovaId> named(String text) {
    if (!NovaNames.isName(text)) {
      return List.of();
    }
    return byName.getOrDefault(NovaNames.normalize(text), new ArrayList<>());
  }

  /** The one nova of a name; null when there is none or more than one. */
  @Nullable NovaId only(String text) {
    List<NovaId> novae = named(text);
    return novae.size() == 1 ? novae.get(0) : null;
  }

  /** A nova as its rows name it. */
  RowNova row(NovaId id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw new IllegalStateException("Cannot find nova '%s': it is gone".formatted(id));
    }
    return new RowNova(id, entry.primaryName(), entry.raDeg(), entry.decDeg());
  }

  /** What is known of the novae, as one text for hashing: a moved nova has other times. */
  String facts(NovaId id) {
    return String.valueOf(entries.get(id));
  }
}
