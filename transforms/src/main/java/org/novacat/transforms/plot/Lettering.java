package org.novacat.transforms.plot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Text in strokes, from a table of our own, so that a picture needs no font and is the same
 * everywhere. A letter that the table lacks loses its accents first, then becomes an empty box.
 * Superscript digits and signs are drawn small and raised.
 */
final class Lettering {
  private static final double CAPITAL_HEIGHT = 14;
  private static final double SUPERSCRIPT_SIZE = 0.66;
  private static final double SUPERSCRIPT_RISE = 6.4;
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺";
  private static final String RAISED = "0123456789−+";
  private static final String ELLIPSIS = "…";
  private static final Glyph SPACE = Glyph.parse(5, "");
  private static final Glyph BOX = Glyph.parse(10, "M 2 0 L 2 13 L 8 13 L 8 0 L 2 0");
  private static final Map<Integer, Glyph> GLYPHS = load();

  private final double size;

  private Lettering(double size) {
    this.size = size;
  }

  /** Letters whose capitals are so many pixels high. */
  static Lettering ofHeight(double pixels) {
    return new Lettering(pixels / CAPITAL_HEIGHT);
  }

  /** Width of a text, pixels. */
  double width(String text) {
    return text.codePoints().mapToDouble(Lettering::advance).sum() * size;
  }

  /**
   * The text, or as much of it as fits into so many pixels and an ellipsis. Looks at no more
   * letters than fit, however long the text is.
   */
  String fit(String text, double pixels) {
    int end = beginning(text, pixels);
    return end == text.length()
        ? text
        : text.substring(0, beginning(text, pixels - width(ELLIPSIS))).strip() + ELLIPSIS;
  }

  /** Where the longest beginning ends that is no wider than so many pixels. */
  private int beginning(String text, double pixels) {
    double width = 0;
    int end = 0;
    while (end < text.length()) {
      int letter = text.codePointAt(end);
      width += advance(letter) * size;
      if (width > pixels) {
        return end;
      }
      end += Character.charCount(letter);
    }
    return end;
  }

  /**
   * Draws a text from left to right.
   *
   * @param x left edge of the text, pixels
   * @param baseline pixels from the top
   */
  void draw(Ink ink, String text, double x, double baseline, double stroke) {
    double at = x;
    for (int letter : text.codePoints().toArray()) {
      glyph(ink, letter, at, baseline, stroke, false);
      at += advance(letter) * size;
    }
  }

  /**
   * Draws a text from the bottom up, turned to the left.
   *
   * @param y lower edge of the text, pixels from the top
   */
  void drawUpwards(Ink ink, String text, double baseline, double y, double stroke) {
    double at = y;
    for (int letter : text.codePoints().toArray()) {
      glyph(ink, letter, at, baseline, stroke, true);
      at -= advance(letter) * size;
    }
  }

  private void glyph(
      Ink ink, int letter, double along, double baseline, double stroke, boolean upwards) {
    boolean raised = SUPERSCRIPTS.indexOf(letter) >= 0;
    double scale = raised ? size * SUPERSCRIPT_SIZE : size;
    double foot = raised ? baseline - SUPERSCRIPT_RISE * size : baseline;
    for (double[] points : find(letter).strokes()) {
      for (int i = 0; i < points.length; i += 2) {
        int next = Math.min(i + 2, points.length - 2);
        double x0 = points[i] * scale;
        double y0 = points[i + 1] * scale;
        double x1 = points[next] * scale;
        double y1 = points[next + 1] * scale;
        if (upwards) {
          ink.line(foot - y0, along - x0, foot - y1, along - x1, stroke);
        } else {
          ink.line(along + x0, foot - y0, along + x1, foot - y1, stroke);
        }
      }
    }
  }

  private static double advance(int letter) {
    double advance = find(letter).advance();
    return SUPERSCRIPTS.indexOf(letter) >= 0 ? advance * SUPERSCRIPT_SIZE : advance;
  }

  private static Glyph find(int letter) {
    if (Character.isWhitespace(letter)) {
      return SPACE;
    }
    int raised = SUPERSCRIPTS.indexOf(letter);
    Glyph glyph = GLYPHS.get(raised < 0 ? letter : RAISED.codePointAt(raised));
    if (glyph != null) {
      return glyph;
    }
    String plain = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD);
    return GLYPHS.getOrDefault(plain.codePointAt(0), BOX);
  }

  private static Map<Integer, Glyph> load() {
    Map<Integer, Glyph> glyphs = new HashMap<>();
    InputStream resource =
        requireNonNull(Lettering.class.getResourceAsStream("lettering.txt"), "no lettering.txt");
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("## "))
          .map(line -> line.split(" ", 3))
          .forEach(
              part ->
                  glyphs.put(
                      part[0].codePointAt(0), Glyph.parse(Double.parseDouble(part[1]), part[2])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(glyphs);
  }
}
