package org.novacat.jobs.job;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.novacat.jobs.report.Json;

/**
 * Something that a report tells beside what was counted.
 *
 * @param what its name
 * @param code why, for programs; "" where the heading says it all
 * @param message why, for people; "" where the heading says it all, the whole of a sentence
 */
public record Note(String what, String code, String message) {
  public Note {
    requireNonNull(what, "what is null");
    requireNonNull(code, "code is null");
    requireNonNull(message, "message is null");
  }

  /** A name alone. */
  public static Note of(String what) {
    return new Note(what, "", "");
  }

  /** A sentence. */
  public static Note sentence(String said) {
    return new Note(said, "", said);
  }

  boolean isSentence() {
    return code.isEmpty() && !message.isEmpty();
  }

  /** Whether it says more than a name. */
  boolean isExplained() {
    return !code.isEmpty();
  }

  /** For programs. */
  public ObjectNode json() {
    return Json.object().put("what", what).put("code", code).put("message", message);
  }

  /** For people. */
  public String line(String heading) {
    return "%s  %s  %s: %s".formatted(heading, code, what, message);
  }
}
