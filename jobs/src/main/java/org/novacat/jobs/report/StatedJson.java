package org.novacat.jobs.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;

/** Stated facts in a document of ours: an object of texts by key, and where they stood. */
public final class StatedJson {
  private static final String STATED = "stated";
  private static final String FROM = "stated_from";

  private StatedJson() {}

  /** Adds them; nothing where nothing is stated. */
  public static void put(ObjectNode document, StatedFacts stated) {
    if (!stated.isEmpty()) {
      ObjectNode facts = document.putObject(STATED);
      stated.facts().forEach((fact, text) -> facts.put(fact.key(), text));
      document.put(FROM, stated.from());
    }
  }

  /** Those of a document; names that are not known are left out. */
  public static StatedFacts of(JsonNode document) {
    Map<StatedFact, String> facts = new EnumMap<>(StatedFact.class);
    for (StatedFact fact : StatedFact.values()) {
      String text = document.path(STATED).path(fact.key()).asText();
      if (!text.isBlank()) {
        facts.put(fact, text);
      }
    }
    return facts.isEmpty()
        ? StatedFacts.NONE
        : new StatedFacts(facts, document.path(FROM).asText());
  }
}
