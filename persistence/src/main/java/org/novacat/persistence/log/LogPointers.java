package org.novacat.persistence.log;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * Where the log of a run lies, on a platform that keeps logs.
 *
 * @param group e.g. of CloudWatch
 * @param stream within the group
 * @param runId what the platform calls the run, such as the id of an EMR step
 */
public record LogPointers(String group, String stream, String runId) implements Serializable {
  /** More has no name there: CloudWatch allows 512 letters. */
  private static final int LONGEST = 512;

  public LogPointers {
    check(group, "group");
    check(stream, "stream");
    check(runId, "run id");
  }

  /**
   * Reads them from {@code GROUP:STREAM:ID}; no name there holds a colon.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static LogPointers parse(String text) {
    String[] names = text.split(":", -1);
    if (names.length != 3) {
      throw new IllegalArgumentException(
          "Cannot point at log '%s': it is not of the form GROUP:STREAM:ID (mend it)"
              .formatted(text));
    }
    return new LogPointers(names[0], names[1], names[2]);
  }

  private static void check(String name, String what) {
    requireNonNull(name, what + " is null");
    if (name.isBlank() || name.length() > LONGEST) {
      throw new IllegalArgumentException(
          "Cannot point at log: its %s '%s' is blank or longer than %s letters"
              .formatted(what, name, LONGEST));
    }
  }
}
