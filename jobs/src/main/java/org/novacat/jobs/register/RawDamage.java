package org.novacat.jobs.register;

import java.util.Set;

/** Refusals of a product that are no verdict on its file, but on the object that was to be it. */
public final class RawDamage {
  /** The object is another than the one that was registered. */
  public static final String CHANGED = "RAW_CHANGED";

  /** There is no object. */
  public static final String MISSING = "RAW_MISSING";

  private static final Set<String> ALL = Set.of(CHANGED, MISSING);

  private RawDamage() {}

  /** Whether a refusal's detail is one of them. */
  public static boolean is(String detail) {
    return ALL.contains(detail);
  }
}
