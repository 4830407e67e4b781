package org.novacat.transforms.spectrum.text.table;

import java.util.List;
import java.util.regex.Pattern;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.transforms.spectrum.text.source.TextInput;
import org.novacat.transforms.spectrum.text.source.TextRefusedException;

/** Takes a text apart, whichever format it has. */
public final class TextTables {
  /** Lines of each kind that are kept for people. */
  public static final int MOST_KEPT = 100;

  private record Other(Pattern begins, String what) {}

  /** Texts that hold no table which is read, by how they begin. */
  private static final List<Other> OTHERS =
      List.of(
          new Other(Pattern.compile("(?i)\\s*(?:<!doctype html|<html)[\\s>]"), "it is a web page"),
          new Other(Pattern.compile("\\s*<"), "it is XML and no VOTable"),
          new Other(Pattern.compile("\\s*[\\[{]\\s*[\"{\\[\\]}]"), "it is JSON"),
          new Other(Pattern.compile("SIMPLE  = +[TF] .{100,}"), "it is FITS, damaged as text is"),
          new Other(Pattern.compile("\\s*(?:%PDF|\\{\\\\rtf)"), "it is a document"));

  private TextTables() {}

  /**
   * The table in a text.
   *
   * @throws TextRefusedException when it has none
   */
  public static TextTable open(TextInput in) {
    if (VoTables.is(in)) {
      return VoTables.open(in);
    }
    for (Other other : OTHERS) {
      if (other.begins.matcher(in.head()).lookingAt()) {
        throw new TextRefusedException(
            QuarantineReason.NOT_A_SPECTRUM,
            "NO_TABLE_OF_NUMBERS",
            "Cannot read '%s' as a spectrum: %s".formatted(in.name(), other.what));
      }
    }
    return PlainTables.open(in);
  }
}
