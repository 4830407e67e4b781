package org.novacat.transforms.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * A character as strokes. Coordinates grow to the right and upwards from the baseline; capitals are
 * 14 high, small letters 10.
 *
 * @param advance distance to the next character
 * @param strokes polylines, each x and y in turn
 */
record Glyph(double advance, List<double[]> strokes) {

  static Glyph parse(double advance, String path) {
    Parser parser = new Parser(path);
    while (parser.tokens.hasMoreTokens()) {
      parser.command(parser.tokens.nextToken());
    }
    parser.lift();
    return new Glyph(advance, List.copyOf(parser.strokes));
  }

  /**
   * Reads the outline of a glyph: {@code M x y} starts a stroke, {@code L x y} draws a line, {@code
   * Q cx cy x y} a quadratic Bézier curve, {@code A cx cy rx ry from to} an arc of an ellipse,
   * degrees counted against the clock, joined by a line to the stroke before it if one is open, and
   * {@code O cx cy rx ry} a whole ellipse apart from what surrounds it.
   */
  private static final class Parser {
    private static final int STEPS_PER_CURVE = 8;
    private static final double DEGREES_PER_STEP = 18;

    private final StringTokenizer tokens;
    private final List<double[]> strokes = new ArrayList<>();
    private final List<Double> open = new ArrayList<>();

    private Parser(String path) {
      tokens = new StringTokenizer(path);
    }

    private void command(String letter) {
      switch (letter) {
        case "M" -> {
          lift();
          to(number(), number());
        }
        case "L" -> to(number(), number());
        case "Q" -> curve(number(), number(), number(), number());
        case "A" -> arc(number(), number(), number(), number(), number(), number());
        case "O" -> {
          lift();
          arc(number(), number(), number(), number(), 0, 360);
          lift();
        }
        default -> throw new IllegalStateException("no such command: " + letter);
      }
    }

    private double number() {
      return Double.parseDouble(tokens.nextToken());
    }

    private void to(double x, double y) {
      open.add(x);
      open.add(y);
    }

    private void curve(double cx, double cy, double x, double y) {
      double x0 = open.get(open.size() - 2);
      double y0 = open.get(open.size() - 1);
      for (int i = 1; i <= STEPS_PER_CURVE; i++) {
        double t = (double) i / STEPS_PER_CURVE;
        double s = 1 - t;
        to(s * s * x0 + 2 * s * t * cx + t * t * x, s * s * y0 + 2 * s * t * cy + t * t * y);
      }
    }

    private void arc(double cx, double cy, double rx, double ry, double from, double to) {
      int steps = (int) Math.ceil(Math.abs(to - from) / DEGREES_PER_STEP);
      for (int i = 0; i <= steps; i++) {
        double angle = Math.toRadians(from + (to - from) * i / steps);
        to(cx + rx * StrictMath.cos(angle), cy + ry * StrictMath.sin(angle));
      }
    }

    private void lift() {
      if (!open.isEmpty()) {
        strokes.add(open.stream().mapToDouble(Double::doubleValue).toArray());
        open.clear();
      }
    }
  }
}
