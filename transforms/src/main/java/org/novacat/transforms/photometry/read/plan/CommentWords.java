package org.novacat.transforms.photometry.read.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.MagnitudeSystems;
import org.novacat.transforms.photometry.read.column.RowWords;
import org.novacat.transforms.photometry.read.column.TimeZones;
import org.novacat.transforms.photometry.read.column.UploadColumn;

/**
 * Finds the titles and comments of a file whose {@linkplain RowWords words} could change what its
 * rows mean, and which no finder reads.
 */
final class CommentWords {
  /** Lines that say of columns what stands in them; readers of formats take them. */
  private static final Pattern OF_COLUMNS =
      Pattern.compile("(?i)\\W*(?:column|col)\\b.*|\\W*\\d+(?:\\s*-\\s*\\d+)?\\s+[AIFE]\\d.*");

  private CommentWords() {}

  /**
   * A line that nobody read.
   *
   * @param what what it could change, for people
   */
  record Sentence(String line, String what) {}

  /** The lines of a file that could change what its rows mean, each once. */
  static List<Sentence> of(ColumnFacts facts, List<UploadColumn> columns) {
    Set<String> read =
        facts.values().entrySet().stream()
            .filter(fact -> !FactWords.isList(fact.getKey()))
            .map(Map.Entry::getValue)
            .collect(Collectors.toSet());
    return Stream.of(facts.get(ColumnFacts.TEXT).split("\n"))
        .map(String::strip)
        .filter(line -> !read.contains(afterName(line)) && !isOfColumns(line, columns))
        .flatMap(
            line ->
                what(line)
                    .or(() -> ofTimes(line, facts, columns))
                    .map(what -> new Sentence(line, what))
                    .stream())
        .distinct()
        .toList();
  }

  private static Optional<String> ofTimes(
      String line, ColumnFacts facts, List<UploadColumn> columns) {
    return TimeWords.isOne(line, facts, columns)
        ? Optional.of("could move the times")
        : Optional.empty();
  }

  /** Lines that finders read as a whole, in plain letters, and what for. */
  static Map<String, String> understood(ColumnFacts facts) {
    Map<String, String> read = new HashMap<>();
    String lines = facts.get(ColumnFacts.TEXT) + "\n" + facts.get(ColumnFacts.UNREAD);
    lines
        .lines()
        .filter(line -> TimeZones.inSentence(line) != null)
        .forEach(line -> read.put(UploadColumn.plain(line), "the zone of its clocks"));
    systems(lines).forEach(read::putIfAbsent);
    return read;
  }

  /** Those of them that name a magnitude system, which may do so between rows too. */
  static Map<String, String> systems(String lines) {
    Map<String, String> read = new HashMap<>();
    lines
        .lines()
        .filter(line -> MagnitudeSystems.inComment(line) != null)
        .forEach(line -> read.put(UploadColumn.plain(line), "the magnitude system"));
    return read;
  }

  private static String afterName(String line) {
    return line.replaceFirst("^[^:=]*[:=]\\s*", "");
  }

  /** What a text could change; empty when nothing that no other finder reads. */
  static Optional<String> what(String text) {
    if (MagnitudeSystems.inComment(text) != null || ValueFinder.isAgainst(text)) {
      return Optional.empty();
    }
    return RowWords.in(text);
  }

  /** Whether a line is a header, or is about one column. */
  private static boolean isOfColumns(String line, List<UploadColumn> columns) {
    if (OF_COLUMNS.matcher(line).matches()) {
      return true;
    }
    List<String> words = List.of(line.split("[\\s,;|]+"));
    long names = columns.stream().filter(column -> words.contains(column.name())).count();
    return names > 1 && 2 * names >= words.size();
  }
}
