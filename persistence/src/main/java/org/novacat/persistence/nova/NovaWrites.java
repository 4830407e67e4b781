package org.novacat.persistence.nova;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Write;

/** The writes behind each change of a nova. */
final class NovaWrites {
  /**
   * Names that one transaction brings or moves: each takes up to three writes, and some ten go with
   * them.
   */
  static final int NAMES_AT_ONCE = 30;

  private NovaWrites() {}

  /** A new nova, its names, and its entry in the directory. */
  static List<Write> creation(Nova nova) {
    List<Write> writes = new ArrayList<>();
    writes.add(Nova.ITEM.put(nova));
    writes.add(mapping(nova.id(), nova.primaryName(), NameKind.PRIMARY, nova.meta()));
    for (String alias : nova.aliases()) {
      writes.add(mapping(nova.id(), alias, NameKind.ALIAS, nova.meta()));
    }
    NameMapping entry =
        new NameMapping(
            Keys.ALL_NAMES,
            nova.id(),
            nova.primaryName(),
            NameKind.DIRECTORY,
            nova.position(),
            nova.meta());
    writes.add(NameMapping.ITEM.put(entry));
    writes.addAll(WorkItem.ofProducts(nova.id(), DirtyType.IDENTITY, "", nova.meta().stamp()));
    return writes;
  }

  /** More names, and a position where there was none. */
  static List<Write> extension(
      Nova nova, List<String> names, @Nullable SkyPosition position, Stamp stamp) {
    return extension(nova, names, position, List.of(), stamp);
  }

  private static List<Write> extension(
      Nova nova,
      List<String> names,
      @Nullable SkyPosition position,
      List<NovaId> absorbed,
      Stamp stamp) {
    List<NovaId> all = Stream.concat(nova.absorbed().stream(), absorbed.stream()).toList();
    Changes changes =
        Changes.of(Keys.nova(nova.id()), stamp)
            .set(Nova.ALIASES, Stream.concat(nova.aliases().stream(), names.stream()).toList())
            .set(Nova.ABSORBED, all.isEmpty() ? null : all);
    List<Write> writes = new ArrayList<>();
    if (position != null) {
      changes.set(Nova.POSITION, position);
      writes.add(placed(nova.id(), position, stamp));
    }
    writes.add(changes.when(nova.meta().asRead()));
    for (String name : names) {
      writes.add(mapping(nova.id(), name, NameKind.ALIAS, stamp.fresh()));
    }
    writes.addAll(WorkItem.ofProducts(nova.id(), DirtyType.IDENTITY, "", stamp));
    return writes;
  }

  /** The nova is one of its own. */
  static List<Write> confirmation(Nova nova, Stamp stamp) {
    List<Write> writes = new ArrayList<>();
    writes.add(identity(nova, IdentityStatus.ACTIVE, stamp).when(nova.meta().asRead()));
    writes.addAll(WorkItem.ofProducts(nova.id(), DirtyType.IDENTITY, "", stamp));
    return writes;
  }

  /**
   * The nova is another one: its names lead there, it leaves the directory, and its photometry is
   * to move.
   */
  static List<Write> merger(Nova nova, Nova into, Stamp stamp) {
    List<Write> writes = new ArrayList<>();
    writes.add(
        identity(nova, IdentityStatus.MERGED, stamp)
            .set(Nova.MERGED_INTO, into.id())
            .when(nova.meta().asRead()));
    writes.add(new Write.Delete(Keys.nameMapping(Keys.ALL_NAMES, nova.id()), Condition.exists()));
    writes.addAll(gone(nova, names(nova)));
    List<NovaId> absorbed = Stream.concat(Stream.of(nova.id()), nova.absorbed().stream()).toList();
    writes.addAll(extension(into, unknown(into, names(nova)), null, absorbed, stamp));
    writes.add(WorkItem.due(nova.id(), DirtyType.PHOTOMETRY, WorkConsumer.TABLE, "", stamp));
    writes.addAll(WorkItem.ofProducts(nova.id(), DirtyType.IDENTITY, "", stamp));
    return writes;
  }

  /** Some of its aliases lead to the other from now on, and no longer to it. */
  static List<Write> handOver(Nova nova, Nova into, List<String> aliases, Stamp stamp) {
    List<String> left = nova.aliases().stream().filter(name -> !aliases.contains(name)).toList();
    List<Write> writes = new ArrayList<>(gone(nova, aliases));
    writes.addAll(extension(into, unknown(into, aliases), null, stamp));
    writes.add(
        Changes.of(Keys.nova(nova.id()), stamp).set(Nova.ALIASES, left).when(nova.meta().asRead()));
    return writes;
  }

  private static List<Write> gone(Nova nova, List<String> names) {
    List<Write> writes = new ArrayList<>();
    for (String name : names) {
      List<String> forms = NovaNames.forms(name);
      Condition there = forms.size() == 1 ? Condition.exists() : Condition.always();
      forms.forEach(form -> writes.add(new Write.Delete(Keys.nameMapping(form, nova.id()), there)));
    }
    return writes;
  }

  /** Those of these names that a nova does not have. */
  static List<String> unknown(Nova nova, List<String> names) {
    Set<String> known = names(nova).stream().map(NovaNames::normalize).collect(toSet());
    return names.stream().filter(name -> known.add(NovaNames.normalize(name))).toList();
  }

  static List<String> names(Nova nova) {
    return Stream.concat(Stream.of(nova.primaryName()), nova.aliases().stream()).toList();
  }

  private static Changes identity(Nova nova, IdentityStatus status, Stamp stamp) {
    return Changes.of(Keys.nova(nova.id()), stamp)
        .set(Nova.IDENTITY_STATUS, status)
        .set(Nova.DOUBT, null);
  }

  private static Write placed(NovaId id, SkyPosition position, Stamp stamp) {
    return Changes.of(Keys.nameMapping(Keys.ALL_NAMES, id), stamp)
        .set(Nova.POSITION, position)
        .when(Condition.exists());
  }

  private static Write mapping(NovaId id, String name, NameKind kind, ItemMeta meta) {
    NameMapping mapping = new NameMapping(NovaNames.normalize(name), id, name, kind, null, meta);
    return NameMapping.ITEM.put(mapping, Condition.absent());
  }
}
