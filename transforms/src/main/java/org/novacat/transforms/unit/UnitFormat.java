package org.novacat.transforms.unit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The normalised spelling of a unit: VOUnits 1.0 with {@code .} and {@code **}, one spelling for
 * equal products whatever the order they were written in: what is multiplied, then time, areas and
 * lengths by falling power, each by name.
 */
final class UnitFormat {
  private static final Comparator<Map.Entry<String, Double>> ORDER =
      Comparator.<Map.Entry<String, Double>>comparingInt(term -> term.getValue() > 0 ? 0 : 1)
          .thenComparingInt(term -> term.getKey().equals("s") ? 0 : 1)
          .thenComparing(term -> -Math.abs(term.getValue()))
          .thenComparing(Map.Entry::getKey);

  private UnitFormat() {}

  static String format(List<Term> terms) {
    Map<String, Double> powers = new LinkedHashMap<>();
    terms.forEach(term -> powers.merge(term.symbol().text(), term.power(), Double::sum));
    return powers.entrySet().stream()
        .filter(term -> term.getValue() != 0)
        .sorted(ORDER)
        .map(term -> term.getKey() + power(term.getValue()))
        .collect(Collectors.joining("."));
  }

  private static String power(double power) {
    if (power == 1) {
      return "";
    }
    return power == Math.rint(power) ? "**" + (long) power : "**(" + power + ")";
  }
}
