package org.novacat.transforms.spectrum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novacat.layouts.spectrum.Refusal;

/** The orders of a file that did not pass, in the file's order. */
final class DroppedOrders {
  private record Dropped(int order, Refusal refusal) {}

  private final List<Dropped> dropped = new ArrayList<>();

  void add(int order, Refusal refusal) {
    dropped.add(new Dropped(order, refusal));
  }

  /** One sentence an order. */
  List<String> notes() {
    return dropped.stream()
        .map(
            one ->
                "Order %s is dropped, %s: %s."
                    .formatted(one.order(), one.refusal().detail(), one.refusal().message()))
        .toList();
  }

  /** The refusal of a file of which no order passed: its most frequent one, the first on a tie. */
  Refusal refusal() {
    Map<String, List<Dropped>> byDetail = new LinkedHashMap<>();
    dropped.forEach(
        one ->
            byDetail.computeIfAbsent(one.refusal().detail(), detail -> new ArrayList<>()).add(one));
    Refusal first = mostFrequent(byDetail).get(0).refusal();
    if (dropped.size() == 1) {
      return first;
    }
    Map<String, String> facts = new TreeMap<>(first.facts());
    facts.put("orders", Integer.toString(dropped.size()));
    byDetail.forEach((detail, ones) -> facts.put("orders." + detail, "" + ones.size()));
    return new Refusal(
        first.reason(),
        first.detail(),
        "None of %s orders is usable: %s".formatted(dropped.size(), first.message()),
        facts);
  }

  private static List<Dropped> mostFrequent(Map<String, List<Dropped>> byDetail) {
    // max() keeps the last of equals, so ask for the first smallest of the reverse.
    return byDetail.values().stream()
        .min(Comparator.comparingInt((List<Dropped> ones) -> -ones.size()))
        .orElseThrow();
  }
}
