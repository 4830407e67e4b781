package org.novacat.transforms.photometry.read.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.photometry.text.TextLines;

/**
 * The beginning of a text: its comments and its first lines of data.
 *
 * @param comments lines behind a comment sign, in order
 * @param lines other lines that are not blank, in order
 */
record TextHead(List<Line> comments, List<Line> lines) {
  /** So many lines of data tell what the others are like. */
  private static final int SAMPLE = 200;

  private static final Pattern SIGN = Pattern.compile("^[#% \t]+");

  /** A line and its number, from 1. */
  record Line(int number, String text) {}

  static TextHead of(TextUpload in) {
    TextLines walk = new TextLines(in.text());
    List<Line> comments = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    while (lines.size() < SAMPLE && walk.next()) {
      if (!walk.isBlank()) {
        Line line = new Line(walk.number(), walk.text());
        in.held().text(line.text());
        (TextCursor.isComment(walk) ? comments : lines).add(line);
      }
    }
    return new TextHead(comments, lines);
  }

  FactWords facts() {
    FactWords facts = new FactWords();
    comments.forEach(line -> facts.line(stripped(line.text())));
    return facts;
  }

  /** A comment without its sign. */
  static String stripped(String comment) {
    return SIGN.matcher(comment).replaceFirst("");
  }
}
