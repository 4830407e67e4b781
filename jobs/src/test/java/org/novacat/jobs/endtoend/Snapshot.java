package org.novacat.jobs.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

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

  /** What differs where the bytes of an object say when they were made. */
  private static final List<String> OF_BYTES = List.of("sha256", "etag", "byte_length");

  /** Items that tell of a run, not of the archive. */
  private static final List<String> OF_ONE_RUN = List.of("JobRun", "Attempt", "IdempotencyLock");

  /** Looks at a workspace that nobody is writing to. */
  static Snapshot of(Workspace workspace) {
    Items table = workspace.table();
    return new Snapshot(workspace.objects(), table.all(), table.eligible().keySet());
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

  /**
   * The hash of each object; only of those whose bytes say when they were made, that they exist.
   */
  private Map<String, String> objectFacts() {
    Map<String, String> facts = new TreeMap<>();
    objects.forEach(
        (key, object) -> {
          if (!key.startsWith("workflow-payloads/")) {
            facts.put(key, key.endsWith("/source.json") ? "there" : object.sha256());
          }
        });
    return facts;
  }

  /**
   * The items without what belongs to one run and what else may differ between equal outcomes;
   * versions and numbers of attempts of each product stay.
   */
  SortedMap<String, Item> facts() {
    SortedMap<String, Item> facts = new TreeMap<>();
    items.forEach(
        (key, item) -> {
          if (OF_ONE_RUN.stream().noneMatch(item::is)) {
            Item timeless = item.without(TIMES_AND_RUNS);
            boolean saysWhen = item.text("role").equals("SOURCE");
            facts.put(key, saysWhen ? timeless.without(OF_BYTES) : timeless);
          }
        });
    return facts;
  }

  /**
   * How another snapshot differs from this one in the objects' keys and bytes and in the items'
   * facts; what the other has besides is named too.
   */
  List<String> differencesFrom(Snapshot other) {
    List<String> differences = new ArrayList<>();
    compare(objectFacts(), other.objectFacts(), (a, b) -> a + ", but " + b, differences);
    compare(facts(), other.facts(), Item::differencesFrom, differences);
    return differences;
  }

  private static <T> void compare(
      Map<String, T> ours,
      Map<String, T> theirs,
      BiFunction<T, T, String> how,
      List<String> differences) {
    Set<String> keys = new TreeSet<>(ours.keySet());
    keys.addAll(theirs.keySet());
    for (String key : keys) {
      T one = ours.get(key);
      T other = theirs.get(key);
      if (one == null) {
        differences.add(key + " is new");
      } else if (!one.equals(other)) {
        differences.add(key + " " + how.apply(one, other));
      }
    }
  }
}
