package org.novacat.jobs.testing;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.novacat.layouts.id.ContentHash;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.RawItem;

/**
 * All that an archive holds at one moment: what is left of a run that is killed then.
 *
 * @param objects by key
 */
public record Remains(List<RawItem> items, SortedMap<String, ContentHash> objects) {
  /** When, by whom, how often, and what tells it in words. */
  private static final Set<String> OF_ONE_RUN =
      Set.of(
          "created_at",
          "updated_at",
          "updated_by",
          "decided_at",
          "ended_at",
          "last_attempt_at",
          "lease_expires_at",
          "quarantined_at",
          "reprocess_requested_by",
          "summary");

  private static final Set<String> OF_THE_BYTES = Set.of("byte_length", "etag", "sha256");

  private static final Pattern MOMENT = Pattern.compile("\\d{4}-?\\d\\d-?\\d\\dT[\\d:.-]+Z");

  public Remains {
    items = List.copyOf(items);
    objects = new TreeMap<>(objects);
  }

  /** The same but for some objects. */
  public Remains without(Predicate<String> keys) {
    SortedMap<String, ContentHash> others = new TreeMap<>(objects);
    others.keySet().removeIf(keys);
    return new Remains(items, others);
  }

  /**
   * What equal outcomes have in common: objects by hash, items without what belongs to one run. A
   * folder that is named after a moment is as good as that of another.
   *
   * @param workflows whose runs, and the locks that these runs hold, are left out
   */
  public Map<String, String> facts(String... workflows) {
    Map<String, String> facts = new TreeMap<>();
    objects.forEach(
        (key, hash) ->
            facts.put(withoutTimes(key), key.endsWith("/source.json") ? "there" : hash.hex()));
    facts.keySet().removeIf(key -> key.startsWith("workflow-payloads/"));
    facts.putAll(itemFacts(workflows));
    return facts;
  }

  /** The same without how often items were written, which is the way to the end. */
  public Map<String, String> factsButVersions(String... workflows) {
    Map<String, String> facts = facts(workflows);
    facts.replaceAll((key, fact) -> fact.replaceAll("\\bversion=Num\\[value=\\d+\\]", ""));
    return facts;
  }

  /** What equal outcomes of one product have in common: its items, and the objects they name. */
  public Map<String, String> ofProduct(String id, String... workflows) {
    Map<String, String> items = itemFacts(workflows);
    Map<String, String> ofProduct = facts(workflows);
    ofProduct
        .entrySet()
        .removeIf(
            fact ->
                !fact.toString().contains(id)
                    || (!items.containsKey(fact.getKey())
                        && items.values().stream()
                            .noneMatch(item -> item.contains("=" + fact.getKey() + "]"))));
    return ofProduct;
  }

  private Map<String, String> itemFacts(String... workflows) {
    Set<String> runs = runs(Set.of(workflows));
    Map<String, String> facts = new TreeMap<>();
    for (RawItem item : items) {
      String key = item.key().toString();
      if (runs.stream().noneMatch(key::contains)) {
        facts.put(withoutTimes(key), withoutTimes(facts(item).toString()));
      }
    }
    return facts;
  }

  /** Of a lock, whether it is held; of a document that says when it was made, that it is there. */
  private static Map<String, Object> facts(RawItem item) {
    Map<String, Object> facts = inOrder(item.attributes());
    facts.keySet().removeAll(OF_ONE_RUN);
    if ("IdempotencyLock".equals(item.text("entity_type"))) {
      facts.keySet().retainAll(Set.of("status"));
    } else if ("SOURCE".equals(item.text("role"))) {
      facts.keySet().removeAll(OF_THE_BYTES);
    }
    return facts;
  }

  private static Map<String, Object> inOrder(Map<String, Attribute> attributes) {
    Map<String, Object> inOrder = new TreeMap<>();
    attributes.forEach(
        (name, value) ->
            inOrder.put(
                name, value instanceof Attribute.Group group ? inOrder(group.values()) : value));
    return inOrder;
  }

  /** Where two of these differ, each as its key and both facts. */
  public static List<String> differences(Map<String, String> expected, Map<String, String> actual) {
    return Stream.of(expected, actual)
        .flatMap(facts -> facts.keySet().stream())
        .distinct()
        .filter(key -> !Objects.equals(expected.get(key), actual.get(key)))
        .map(key -> "%s: %s, but %s".formatted(key, expected.get(key), actual.get(key)))
        .toList();
  }

  private static String withoutTimes(String text) {
    return MOMENT.matcher(text).replaceAll("<moment>");
  }

  private Set<String> runs(Set<String> workflows) {
    return items.stream()
        .filter(item -> workflows.contains(String.valueOf(item.text("workflow_name"))))
        .map(item -> String.valueOf(item.text("job_run_id")))
        .collect(toSet());
  }

  /** The spectra of a verdict, each by its id. */
  public Map<String, RawItem> products(String validation) {
    Map<String, RawItem> products = new TreeMap<>();
    items.stream()
        .filter(item -> validation.equals(item.text("validation_status")))
        .forEach(item -> products.put(String.valueOf(item.text("data_product_id")), item));
    return products;
  }

  /** Products that were found valid and whose raw object has other bytes. */
  public List<String> validWithOtherBytes() {
    return products("VALID").values().stream()
        .filter(item -> objects.containsKey(String.valueOf(item.text("key"))))
        .filter(item -> !String.valueOf(objects.get(item.text("key"))).equals(item.text("sha256")))
        .map(item -> item.key().toString())
        .toList();
  }
}
