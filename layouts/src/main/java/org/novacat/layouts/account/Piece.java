package org.novacat.layouts.account;

import static java.util.Objects.requireNonNull;

/**
 * A piece of a file that could say something: every one ends as used, irrelevant or unaccounted.
 *
 * @param kind what it is, one word or two: {@code hdu}, {@code column}, {@code plane}, {@code
 *     card}, {@code comment}, {@code value}, {@code table}, {@code file name}
 * @param name as the file has it
 * @param fate what became of it
 * @param what what it was taken for, or why it is irrelevant or left
 */
public record Piece(String kind, String name, Fate fate, String what) {
  public Piece {
    requireNonNull(kind, "kind is null");
    requireNonNull(name, "name is null");
    requireNonNull(fate, "fate is null");
    requireNonNull(what, "what is null");
  }

  /** It is in the values, or says what they are. */
  public static Piece used(String kind, String name, String as) {
    return new Piece(kind, name, Fate.USED, as);
  }

  /** It is known what it is, and that no value needs it. */
  public static Piece irrelevant(String kind, String name, String why) {
    return new Piece(kind, name, Fate.IRRELEVANT, why);
  }

  /** Nobody understood it. */
  public static Piece unaccounted(String kind, String name, String why) {
    return new Piece(kind, name, Fate.UNACCOUNTED, why);
  }
}
