package org.novacat.layouts.account;

import java.util.Locale;

/** What became of a piece of a file. */
public enum Fate {
  /** It is in the rows, or says what rows are. */
  USED,
  /** It is known what it is, and that no row needs it. */
  IRRELEVANT,
  /** Nobody understood it. */
  UNACCOUNTED;

  /** As people and programs read it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
