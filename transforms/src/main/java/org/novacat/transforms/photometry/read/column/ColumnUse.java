package org.novacat.transforms.photometry.read.column;

import org.novacat.layouts.account.Fate;

/**
 * A column and what it was taken for.
 *
 * @param number from 1
 * @param name its header, "" when the file has none
 * @param unit as the file states it, "" when it does not
 * @param role what it is taken for
 * @param fate whether it is used, known to be irrelevant, or unaccounted for
 * @param reason why, for people
 */
public record ColumnUse(int number, String name, String unit, Role role, Fate fate, String reason) {
  /** Its header, or its number where it has none. */
  public String label() {
    return name.isEmpty() ? Integer.toString(number) : name;
  }
}
