package org.novacat.jobs.bundle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.content.NovaContents;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bundle.Bundle;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.table.Chunks;
import org.novacat.persistence.table.Table;

/**
 * A nova whose bundle is to be looked at.
 *
 * @param queue what the work queue has of it; empty where only its content differs
 * @param again whether it is built though nothing changed
 */
record DueBundle(NovaId nova, List<WorkItem> queue, boolean again) {
  DueBundle {
    queue = List.copyOf(queue);
  }

  /** All that wait in the queue. */
  static List<DueBundle> ofQueue(Catalog catalog) {
    Map<NovaId, List<WorkItem>> queue = queue(catalog);
    Set<NovaId> related = survivors(catalog, queue.keySet());
    related.addAll(merged(catalog, queue));
    related.forEach(id -> queue.putIfAbsent(id, List.of()));
    return queue.entrySet().stream()
        .map(one -> new DueBundle(one.getKey(), one.getValue(), false))
        .toList();
  }

  /** What changed of a merged nova is in the bundle of the one that it turned out to be. */
  private static Set<NovaId> survivors(Catalog catalog, Set<NovaId> changed) {
    Set<NovaId> survivors = new TreeSet<>();
    Set<NovaId> next = changed;
    while (!next.isEmpty()) {
      next =
          catalog.novae().findAll(next).stream()
              .map(Nova::mergedInto)
              .filter(Objects::nonNull)
              .filter(survivors::add)
              .collect(toSet());
    }
    return survivors;
  }

  /** The bundle of a merged nova says the name of the one that it turned out to be. */
  private static Set<NovaId> merged(Catalog catalog, Map<NovaId, List<WorkItem>> queue) {
    Set<NovaId> named =
        queue.values().stream()
            .flatMap(List::stream)
            .filter(work -> work.type() == DirtyType.IDENTITY)
            .map(WorkItem::novaId)
            .collect(toSet());
    return named.isEmpty()
        ? Set.of()
        : catalog.novae().findAll(named).stream()
            .flatMap(nova -> nova.absorbed().stream())
            .collect(toSet());
  }

  /** Of these novae those that wait in the queue, or whose bundle has another content. */
  static List<DueBundle> of(Catalog catalog, Clock clock, Collection<Nova> novae) {
    Map<NovaId, List<WorkItem>> queue = queue(catalog);
    NovaContents contents = new NovaContents(catalog, clock);
    List<DueBundle> due = new ArrayList<>();
    Chunks.of(novae.stream(), Table.MOST_IN_ONE_REQUEST)
        .forEach(
            some -> {
              Map<NovaId, Bundle> bundles =
                  catalog.bundles().findAll(some.stream().map(Nova::id).toList());
              for (Nova nova : some) {
                List<WorkItem> work = queue.getOrDefault(nova.id(), List.of());
                if (!work.isEmpty() || differs(contents.of(nova), bundles.get(nova.id()))) {
                  due.add(new DueBundle(nova.id(), work, false));
                }
              }
            });
    return due;
  }

  /** These novae, whatever their bundles are. */
  static List<DueBundle> again(Catalog catalog, Collection<Nova> novae) {
    Map<NovaId, List<WorkItem>> queue = queue(catalog);
    return novae.stream()
        .map(Nova::id)
        .map(id -> new DueBundle(id, queue.getOrDefault(id, List.of()), true))
        .toList();
  }

  private static boolean differs(NovaContent content, @Nullable Bundle bundle) {
    return bundle == null
        ? BundleForm.hasData(content)
        : !bundle.content().equals(BundleForm.fingerprint(content));
  }

  private static Map<NovaId, List<WorkItem>> queue(Catalog catalog) {
    return catalog
        .workQueue()
        .list(WorkConsumer.BUNDLE)
        .collect(groupingBy(WorkItem::novaId, TreeMap::new, toList()));
  }
}
