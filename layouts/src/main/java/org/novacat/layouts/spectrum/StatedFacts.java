package org.novacat.layouts.spectrum;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody stated of a spectrum beside its file.
 *
 * @param facts by key, no value blank
 * @param from where they stand, for people: {@code sidecar x.csv.sidecar.json}; "" without facts
 */
public record StatedFacts(Map<StatedFact, String> facts, String from) implements Serializable {
  /** Nobody stated anything. */
  public static final StatedFacts NONE = new StatedFacts(Map.of(), "");

  public StatedFacts {
    requireNonNull(from, "from is null");
    Map<StatedFact, String> sorted = new EnumMap<>(StatedFact.class);
    sorted.putAll(facts);
    facts = Collections.unmodifiableMap(sorted);
  }

  /** The text of a fact; empty when it is not stated. */
  public Optional<String> text(StatedFact fact) {
    return Optional.ofNullable(facts.get(fact));
  }

  /** Whether nothing is stated. */
  public boolean isEmpty() {
    return facts.isEmpty();
  }
}
