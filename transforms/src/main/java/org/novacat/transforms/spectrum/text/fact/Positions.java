package org.novacat.transforms.spectrum.text.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.position.SkyFrame;
import org.novacat.transforms.text.Numbers;

/** The position of the target, in degrees. */
public final class Positions {
  private static final Pattern SEXAGESIMAL =
      Pattern.compile(
          "([+-]?)(\\d{1,3})[:hd° ]\\s*(\\d{1,2})[:m'′ ]\\s*(\\d{1,2}(?:\\.\\d*)?)\\s*[s\"″]?");

  /** Two texts for one position agree to an arc minute. */
  private static final double AGREE_DEG = 1 / 60.0;

  private Positions() {}

  /** A position in a frame, degrees. */
  public record Position(double raDeg, double decDeg, SkyFrame frame) {}

  /** Null when nothing says it, or two places differ. */
  public static @Nullable Position of(FileFacts facts) {
    List<Position> found = new ArrayList<>();
    List<FileFacts.Said> ras = facts.of(TextFact.RA);
    List<FileFacts.Said> decs = facts.of(TextFact.DEC);
    for (int i = 0; i < Math.min(ras.size(), decs.size()); i++) {
      add(ras.get(i).value(), decs.get(i).value(), ras.get(i).source(), found);
    }
    for (FileFacts.Said both : facts.of(TextFact.POSITION)) {
      both(both.value(), found);
    }
    if (found.isEmpty() && !(ras.isEmpty() && decs.isEmpty())) {
      facts.note("The position of the target is not understood.");
    }
    return found.isEmpty() ? null : one(found, facts);
  }

  private static @Nullable Position one(List<Position> found, FileFacts facts) {
    Position first = found.get(0);
    double ofRa = AGREE_DEG / Math.max(1e-3, Math.cos(Math.toRadians(first.decDeg)));
    boolean agree =
        found.stream()
            .allMatch(
                p ->
                    Math.abs(p.raDeg - first.raDeg) < ofRa
                        && Math.abs(p.decDeg - first.decDeg) < AGREE_DEG);
    if (!agree) {
      facts.contradict("right ascension", facts.of(TextFact.RA));
    }
    SkyFrame frame = SkyFrame.of(facts.text(TextFact.RADESYS), facts.text(TextFact.EQUINOX));
    return agree ? new Position(first.raDeg, first.decDeg, frame) : null;
  }

  private static void both(String value, List<Position> found) {
    String[] parts = value.strip().split("[,;\\s]+");
    if (parts.length == 2) {
      add(parts[0], parts[1], "", found);
    } else if (parts.length == 6) {
      add(
          String.join(":", parts[0], parts[1], parts[2]),
          String.join(":", parts[3], parts[4], parts[5]),
          "",
          found);
    }
  }

  private static void add(String ra, String dec, String key, List<Position> found) {
    boolean hours = key.toLowerCase(Locale.ROOT).contains("hour");
    double raDeg = degrees(ra, hours ? 15 : 1, 15);
    double decDeg = degrees(dec, 1, 1);
    if (raDeg >= 0 && raDeg <= 360 && Math.abs(decDeg) <= 90) {
      found.add(new Position(raDeg, decDeg, SkyFrame.UNSTATED));
    }
  }

  /** Degrees; NaN when a text is no angle. */
  private static double degrees(String text, double ofDecimal, double ofSexagesimal) {
    String plain = text.strip();
    Matcher parts = SEXAGESIMAL.matcher(plain);
    if (plain.length() > 40 || !parts.matches()) {
      return Numbers.parse(plain.replaceFirst("\\s*(?:deg(?:rees)?|°)$", "")) * ofDecimal;
    }
    double size =
        Double.parseDouble(parts.group(2))
            + Double.parseDouble(parts.group(3)) / 60
            + Double.parseDouble(parts.group(4)) / 3600;
    return (parts.group(1).equals("-") ? -size : size) * ofSexagesimal;
  }
}
