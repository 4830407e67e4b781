package org.novacat.jobs.job;

import java.util.stream.Stream;

/** Refusals that are no verdict on a file, but on the raw object that was to be it. */
public enum RawDamage {
  /** The object is another than the one that was registered. */
  RAW_CHANGED,
  /** There is no object. */
  RAW_MISSING;

  /** Whether the code or detail of a refusal is one of them. */
  public static boolean is(String code) {
    return Stream.of(values()).anyMatch(one -> one.name().equals(code));
  }
}
