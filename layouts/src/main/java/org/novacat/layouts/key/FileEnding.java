package org.novacat.layouts.key;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the name of the raw bytes of a spectrum ends: {@code fits} for FITS in any spelling and
 * packing, as Nova Cat has it, or the own ending of a text file, {@code csv} or {@code csv.gz}.
 *
 * @param text without the dot before it, in small letters
 */
public record FileEnding(String text) {
  /** The endings of text files that may hold a spectrum, each also followed by {@code .gz}. */
  public static final List<String> TEXTS =
      List.of("csv", "txt", "dat", "ascii", "asci", "spec", "tsv", "ecsv", "vot", "xml");

  static final String TEXT_GRAMMAR = "(?:%s)(?:\\.gz)?".formatted(String.join("|", TEXTS));

  private static final Pattern OF_FITS = Pattern.compile(".*\\.(?:fits?|fts)(?:\\.(?:gz|fz))?");
  private static final Pattern OF_TEXT = Pattern.compile(".*\\.(" + TEXT_GRAMMAR + ")");
  private static final Pattern TEXT = Pattern.compile(TEXT_GRAMMAR);

  /** All FITS files have this one. */
  public static final FileEnding FITS = new FileEnding("fits");

  /** Text of a file whose name says nothing of it. */
  public static final FileEnding TXT = new FileEnding("txt");

  /**
   * @throws IllegalArgumentException when no raw bytes end so
   */
  public FileEnding {
    requireNonNull(text, "text is null");
    if (!text.equals("fits") && !TEXT.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "Cannot keep raw bytes as '.%s': it is neither fits nor one of %s, also with .gz"
              .formatted(text, String.join(", ", TEXTS)));
    }
  }

  /** The ending under which a file of this name is kept; empty when the name says nothing. */
  public static Optional<FileEnding> ofName(String fileName) {
    // A name may hold line breaks; whether it may be taken is not decided here.
    String name = fileName.toLowerCase(Locale.ROOT).replaceAll("\\R", " ");
    if (OF_FITS.matcher(name).matches()) {
      return Optional.of(FITS);
    }
    Matcher text = OF_TEXT.matcher(name);
    return text.matches() ? Optional.of(new FileEnding(text.group(1))) : Optional.empty();
  }

  /** Whether the bytes are FITS. */
  public boolean isFits() {
    return equals(FITS);
  }

  @Override
  public String toString() {
    return text;
  }
}
