package org.novacat.jobs.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pages of the checkout, as far as tests compare them with the program. */
public final class Manual {
  /** How to run novacat. */
  public static final Path OPERATIONS = Path.of("..", "docs", "operations.md");

  /** The first page. */
  public static final Path README = Path.of("..", "README.md");

  private static final Pattern COMMAND =
      Pattern.compile("(?:\\./)?\\bnovacat (?!=)([^`#&|<>)\n]+)");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private Manual() {}

  /** The lines of a page. */
  public static List<String> lines(Path page) {
    try {
      return Files.readAllLines(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of the table of a page whose first heading is this, without the heading. */
  public static List<List<String>> table(Path page, String firstHeading) {
    return lines(page).stream()
        .dropWhile(line -> !line.startsWith("| " + firstHeading + " |"))
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .map(Manual::cells)
        .toList();
  }

  private static List<String> cells(String row) {
    String inner = row.strip().replaceAll("^\\|\\s*|\\s*\\|$", "").replace("\\|", "\u0000");
    return Stream.of(inner.split("\\s*\\|\\s*", -1)).map(c -> c.replace('\u0000', '|')).toList();
  }

  /** What stands between backticks. */
  public static List<String> code(String text) {
    return Pattern.compile("`([^`]+)`").matcher(text).results().map(m -> m.group(1)).toList();
  }

  /** What a page sets as code: between backticks or fences. */
  public static String code(Path page) {
    List<String> code = new ArrayList<>();
    boolean fenced = false;
    for (String line : lines(page)) {
      if (line.startsWith("```")) {
        fenced = !fenced;
      } else if (fenced) {
        code.add(line);
      } else {
        code.addAll(code(line));
      }
    }
    return String.join("\n", code);
  }

  /** The command lines in a text, each as the words behind {@code novacat}. */
  public static List<List<String>> commandLines(String text) {
    List<List<String>> lines = new ArrayList<>();
    COMMAND.matcher(text).results().forEach(found -> lines.add(words(found.group(1))));
    return lines;
  }

  private static List<String> words(String line) {
    return WORD.matcher(line)
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .toList();
  }
}
