package org.novacat.jobs.register.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.novacat.layouts.spectrum.SpectrumOrigin;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;

/**
 * What several places state of one file, as one: of two that say a thing differently the first is
 * taken, and that is told. A moment counts as one thing, however it is written.
 *
 * @param facts of all of them
 * @param remarks on what they say differently, a sentence each
 */
record Statements(StatedFacts facts, List<String> remarks) {
  private static final Set<StatedFact> MOMENTS =
      EnumSet.of(StatedFact.MJD, StatedFact.JD, StatedFact.DATE);

  Statements {
    remarks = List.copyOf(remarks);
  }

  /**
   * Puts them together.
   *
   * @param file the file that they are about, for people
   * @param said the strongest first
   */
  static Statements of(String file, List<StatedFacts> said) {
    Map<StatedFact, String> facts = new EnumMap<>(StatedFact.class);
    Map<StatedFact, String> from = new EnumMap<>(StatedFact.class);
    List<String> remarks = new ArrayList<>();
    List<String> used = new ArrayList<>();
    for (StatedFacts one : said) {
      boolean hasMoment = MOMENTS.stream().anyMatch(facts::containsKey);
      boolean adds = false;
      for (Map.Entry<StatedFact, String> fact : one.facts().entrySet()) {
        String before = facts.get(fact.getKey());
        if (before == null && !(hasMoment && MOMENTS.contains(fact.getKey()))) {
          facts.put(fact.getKey(), fact.getValue());
          from.put(fact.getKey(), one.from());
          adds = true;
        } else if (!fact.getValue().equals(before)) {
          remarks.add(differs(file, fact, one.from(), moment(facts, fact.getKey()), from));
        }
      }
      if (adds) {
        used.add(one.from());
      }
    }
    return facts.isEmpty()
        ? new Statements(StatedFacts.NONE, remarks)
        : new Statements(new StatedFacts(facts, String.join(", ", used)), remarks);
  }

  /**
   * The facts, where those that no reader of files looks at can be used: what is wrong with the
   * others is found when the file is read.
   *
   * @param code of the rejection where they cannot
   * @throws RejectedException when one of {@link SpectrumOrigin} is wrong
   */
  StatedFacts usable(RejectCode code) throws RejectedException {
    try {
      SpectrumOrigin.of(facts);
      return facts;
    } catch (IllegalArgumentException e) {
      throw new RejectedException(code, String.valueOf(e.getMessage()));
    }
  }

  /** The fact that stands for another: the moment that was stated first, or that one itself. */
  private static Map.Entry<StatedFact, String> moment(
      Map<StatedFact, String> facts, StatedFact fact) {
    return facts.entrySet().stream()
        .filter(one -> one.getKey() == fact)
        .findFirst()
        .or(
            () ->
                facts.entrySet().stream().filter(one -> MOMENTS.contains(one.getKey())).findFirst())
        .orElseThrow();
  }

  private static String differs(
      String file,
      Map.Entry<StatedFact, String> left,
      String leftFrom,
      Map.Entry<StatedFact, String> taken,
      Map<StatedFact, String> from) {
    return "%s: %s is '%s' in %s, and %s '%s' in %s is left"
        .formatted(
            file,
            taken.getKey().key(),
            taken.getValue(),
            from.get(taken.getKey()),
            left.getKey().key(),
            left.getValue(),
            leftFrom);
  }
}
