package org.novacat.jobs.credit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import org.novacat.persistence.file.Rights;

/** What is said of rights and credit, in a document of ours: an object of texts by key. */
public final class RightsJson {
  /** The member of a document that has them. */
  public static final String SAID = "credit_said";

  private RightsJson() {}

  /** Adds them; nothing where nothing is said. */
  public static void put(ObjectNode document, Rights rights) {
    if (!rights.equals(Rights.NONE)) {
      ObjectNode said = document.putObject(SAID);
      for (CreditField field : CreditField.values()) {
        String text = RightsWords.text(rights, field);
        if (!text.isEmpty()) {
          said.put(field.key(), text);
        }
      }
    }
  }

  /**
   * Those of a document; names that are not known are left out.
   *
   * @throws IllegalArgumentException when a text cannot be used, or something is no text
   */
  public static Rights of(JsonNode document) {
    JsonNode said = document.path(SAID);
    if (!said.isMissingNode() && !said.isObject()) {
      throw wrong(SAID, "no object");
    }
    Map<CreditField, String> texts = new EnumMap<>(CreditField.class);
    for (CreditField field : CreditField.values()) {
      texts.put(field, text(said.path(field.key()), field));
    }
    return RightsWords.of(texts);
  }

  /** A list would be read as nothing, and nothing is public. */
  private static String text(JsonNode value, CreditField field) {
    if (!value.isMissingNode() && !value.isTextual()) {
      throw wrong(field.key(), "no text");
    }
    return value.asText();
  }

  private static IllegalArgumentException wrong(String name, String what) {
    return new IllegalArgumentException("its '%s' is %s".formatted(name, what));
  }
}
