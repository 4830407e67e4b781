package org.novacat.layouts.account;

import java.util.Locale;

/** How sure it is what a row says of itself, from the surest on. */
public enum Confidence {
  /** The file says it, or a sidecar beside it. */
  STATED,
  /** A registered layout of files says it: the manual of a survey, an archive or a format. */
  KNOWN,
  /** A rule that is named makes it of what else the file says. */
  INFERRED,
  /** Nothing says it; a note says what was taken. */
  ASSUMED;

  /** As tables have it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The less sure of two. */
  public Confidence and(Confidence other) {
    return compareTo(other) < 0 ? other : this;
  }
}
