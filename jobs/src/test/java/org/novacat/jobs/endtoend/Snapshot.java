package org.novacat.jobs.endtoend;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.novacat.persistence.local.DynamoDbLocal;

/**
 * All that a workspace holds at one moment.
 *
 * @param objects of the private bucket, by key
 * @param items of the table, by partition and sort key
 * @param eligible keys of the items that the eligibility index shows
 */
record Snapshot(
    SortedMap<String, StoredFile> objects, SortedMap<String, Item> items, Set<String> eligible) {
  /** When things were done and by which run: all that may differ between equal outcomes. */
  private static final List<String> TIMES_AND_RUNS =
      List.of("created_at", "updated_at", "updated_by", "last_attempt_at", "quarantined_at");

  static Snapshot of(Workspace workspace) {
    try (DynamoDbLocal claim = workspace.serve()) {
      Items table = Workspace.items(claim);
      return new Snapshot(workspace.objects(), table.all(), Set.copyOf(table.eligible().keySet()));
    }
  }

  List<Item> of(String entityType) {
    return items.values().stream().filter(item -> item.is(entityType)).toList();
  }

  List<Item> products() {
    return of("DataProduct");
  }

  /** Products by validation status, duplicates by their acquisition status. */
  Map<String, Long> standings() {
    Map<String, Long> standings = new TreeMap<>();
    for (Item product : products()) {
      boolean duplicate = product.text("acquisition_status").equals("SKIPPED_DUPLICATE");
      String standing = duplicate ? "DUPLICATE" : product.text("validation_status");
      standings.merge(standing, 1L, Long::sum);
    }
    return standings;
  }

  /** The bytes of all objects that say nothing of when or by which run they were made. */
  SortedMap<String, String> bytes() {
    SortedMap<String, String> bytes = new TreeMap<>();
    objects.forEach(
        (key, object) -> {
          if (!key.startsWith("workflow-payloads/") && !key.endsWith("/source.json")) {
            bytes.put(key, object.sha256());
          }
        });
    return bytes;
  }

  /** Keys of all objects but the plans and reports of runs. */
  Set<String> keys() {
    return Set.copyOf(
        objects.keySet().stream().filter(key -> !key.startsWith("workflow-payloads/")).toList());
  }

  /** The items without what may differ between equal outcomes; versions and attempts stay. */
  SortedMap<String, Item> facts() {
    return without(TIMES_AND_RUNS);
  }

  private SortedMap<String, Item> without(Collection<String> attributes) {
    SortedMap<String, Item> facts = new TreeMap<>();
    Stream.of(items)
        .flatMap(all -> all.values().stream())
        .filter(item -> !item.is("JobRun"))
        .forEach(item -> facts.put(item.key(), item.without(attributes)));
    return facts;
  }
}
