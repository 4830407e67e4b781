package org.novacat.jobs.publish.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.publish.plan.UnitPlan.Before;
import org.novacat.jobs.publish.plan.UnitPlan.BundleObjects;
import org.novacat.jobs.publish.plan.UnitPlan.Kind;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.ReleaseId;

/**
 * The units of a release one after the other, each as a task needs it; of novae no more than those
 * of one table are held at a time.
 *
 * @param contents of all novae, by id
 * @param units the content of each unit
 * @param bundles of the novae that are shown
 * @param before the units of the release before, by name
 * @param beforeId null when there is none, or nothing of it is to be used
 */
public record UnitPlans(
    ContentSpool contents,
    SortedMap<String, ContentHash> units,
    Map<NovaId, BundleObjects> bundles,
    SortedMap<String, ReleaseUnit> before,
    @Nullable ReleaseId beforeId)
    implements Iterable<UnitPlan> {
  @Override
  public Iterator<UnitPlan> iterator() {
    return new Plans(contents.iterator());
  }

  private UnitPlan plan(Kind kind, String name, List<NovaContent> novae) {
    return new UnitPlan(kind, name, "", content(name), unchanged(name), novae, null, null);
  }

  private ContentHash content(String name) {
    ContentHash content = units.get(name);
    if (content == null) {
      throw new IllegalStateException("Cannot plan unit '%s': no content has it".formatted(name));
    }
    return content;
  }

  /** The unit of the release before, where it has the same content. */
  public @Nullable Before unchanged(String name) {
    ReleaseUnit unit = before.get(name);
    return beforeId == null || unit == null || !unit.content().equals(units.get(name))
        ? null
        : new Before(beforeId, unit);
  }

  private UnitPlan ofNova(NovaContent nova) {
    String name = ReleaseUnit.ofNova(nova.id());
    return new UnitPlan(
        Kind.NOVA,
        name,
        nova.primaryName(),
        content(name),
        unchanged(name),
        List.of(nova),
        bundles.get(nova.id()),
        null);
  }

  private UnitPlan ofMerged(NovaId merged, NovaContent survivor) {
    String name = UnitContents.merged(merged);
    return new UnitPlan(
        Kind.MERGED,
        name,
        survivor.primaryName(),
        content(name),
        unchanged(name),
        List.of(),
        null,
        survivor.id());
  }

  private final class Plans implements Iterator<UnitPlan> {
    private final Iterator<NovaContent> contents;
    private final Deque<UnitPlan> ready = new ArrayDeque<>();
    private List<NovaContent> table = new ArrayList<>();

    Plans(Iterator<NovaContent> contents) {
      this.contents = contents;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && contents.hasNext()) {
        NovaContent nova = contents.next();
        if (UnitContents.isShown(nova)) {
          add(nova);
        }
      }
      if (ready.isEmpty()) {
        endTable();
      }
      return !ready.isEmpty();
    }

    private void add(NovaContent nova) {
      if (!table.isEmpty() && !name(table).equals(UnitContents.tablesOf(nova.id()))) {
        endTable();
      }
      table.add(nova);
      ready.add(ofNova(nova));
      nova.absorbed().forEach(merged -> ready.add(ofMerged(merged, nova)));
    }

    private void endTable() {
      if (!table.isEmpty()) {
        String name = name(table);
        boolean isThere = unchanged(name) != null;
        ready.add(plan(Kind.TABLES, name, isThere ? List.of() : table));
        table = new ArrayList<>();
      }
    }

    private static String name(List<NovaContent> table) {
      return UnitContents.tablesOf(table.get(0).id());
    }

    @Override
    public UnitPlan next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no further unit");
      }
      return ready.removeFirst();
    }
  }
}
