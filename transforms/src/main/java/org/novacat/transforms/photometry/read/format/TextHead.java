package org.novacat.transforms.photometry.read.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.upload.Held;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.text.SourceText;
import org.novacat.transforms.text.TextLines;

/**
 * The beginning of a text: its comments and its first lines of data.
 *
 * @param comments lines behind a comment sign, in order
 * @param lines other lines that are neither blank nor drawn, in order
 * @param rules {@linkplain RuleLine drawn lines}, in order
 * @param foot comments behind the last row of the text, without their sign, in order: sentences
 *     among them speak of the rows above, as none are below
 */
record TextHead(List<Line> comments, List<Line> lines, List<Line> rules, List<String> foot) {
  /** So many lines of data tell what the others are like. */
  private static final int SAMPLE = 200;

  /** Bytes at the end of a text in which comments behind its rows are looked for. */
  private static final int LONGEST_FOOT = 1 << 14;

  private static final Pattern SIGNED = Pattern.compile("^[ \t]*[#%]");

  private static final Pattern SIGN = Pattern.compile("^[#% \t]+");

  /** A line and its number, from 1. */
  record Line(int number, String text) {}

  static TextHead of(TextUpload in) {
    TextHead head = of(new TextLines(in.text()), in.held());
    return head.lines.isEmpty()
        ? head
        : new TextHead(head.comments, head.lines, head.rules, foot(in.text()));
  }

  private static List<String> foot(SourceText text) {
    List<String> last = text.lastLines(LONGEST_FOOT);
    int rows = last.size();
    while (rows > 0
        && (last.get(rows - 1).isBlank() || SIGNED.matcher(last.get(rows - 1)).find())) {
      rows--;
    }
    return last.subList(rows, last.size()).stream()
        .filter(line -> !line.isBlank())
        .map(TextHead::stripped)
        .toList();
  }

  /** The beginning of what lies behind a place in a text. */
  static TextHead of(TextLines walk, Held held) {
    List<Line> comments = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    List<Line> rules = new ArrayList<>();
    while (lines.size() < SAMPLE && walk.next()) {
      if (!walk.isBlank()) {
        Line line = new Line(walk.number(), walk.text());
        held.text(line.text());
        (TextCursor.isComment(walk) ? comments : RuleLine.is(walk) ? rules : lines).add(line);
      }
    }
    return new TextHead(comments, lines, rules, List.of());
  }

  /** What the comments say of all rows. */
  FactWords facts() {
    FactWords facts = new FactWords();
    comments.forEach(line -> facts.line(stripped(line.text())));
    return facts;
  }

  /**
   * What holds at the first row below a header: what is said above it, and what words anywhere say
   * of the file as a whole. What a comment between rows says of them holds from there on.
   */
  ColumnFacts facts(HeaderLine header, char sign, BetweenRows between) {
    int first = firstRow(header, sign);
    FactWords facts = commented(first, between);
    lines.stream()
        .filter(line -> line.number() < header.lastLine() && line.number() < first)
        .forEach(line -> facts.line(line.text()));
    return facts.facts();
  }

  /** What comments above a row say of all rows, and words anywhere of the file as a whole. */
  ColumnFacts factsAbove(int row, BetweenRows between) {
    return commented(row, between).facts();
  }

  private FactWords commented(int first, BetweenRows between) {
    FactWords facts = new FactWords();
    for (Line line : comments) {
      String text = stripped(line.text());
      if (line.number() < first) {
        facts.pairs(text, true).words(text);
      } else {
        facts.references(text).unread(text);
      }
    }
    comments.stream()
        .filter(line -> line.number() < first)
        .map(line -> between.alone(stripped(line.text())))
        .forEach(said -> said.forEach(facts::fact));
    foot.stream()
        .filter(line -> FactWords.said(line).isEmpty())
        .forEach(line -> facts.unread(line).words(line));
    return facts;
  }

  /** The first drawn line between two others; null when there is none. */
  @Nullable Line ruleBetween(int above, int below) {
    return rules.stream()
        .filter(rule -> rule.number() > above && rule.number() < below)
        .findFirst()
        .orElse(null);
  }

  private int firstRow(HeaderLine header, char sign) {
    return lines.stream()
        .filter(l -> l.number() > header.lastLine() || header.isRowAbove(l.text(), sign))
        .mapToInt(Line::number)
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }

  /** A comment without its sign. */
  static String stripped(String comment) {
    return SIGN.matcher(comment).replaceFirst("");
  }
}
