package org.novacat.transforms.spectrum.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.text.Excerpt;
import org.novacat.transforms.spectrum.text.column.LengthUnits;
import org.novacat.transforms.spectrum.text.fact.FileFacts;
import org.novacat.transforms.spectrum.text.fact.TextFact;
import org.novacat.transforms.spectrum.text.source.TextLine;

/**
 * Remarks in sentences. Units and media are taken where a sentence says just that; other words that
 * would change what numbers mean leave the remark unaccounted for.
 */
final class Prose {
  private static final Pattern WAVELENGTHS =
      Pattern.compile("(?i)\\b(?:wave(?:length)?s?|lambda)\\b([^.;\\d]{0,60})");

  private static final Pattern IN =
      Pattern.compile("(?i)\\bin\\s+(?:units\\s+of\\s+)?([\\p{L}µ]+)");

  private static final Pattern FLUX_IN =
      Pattern.compile("(?i)\\bflux(?:es)?\\b[^.;\\d]{0,40}?\\bin\\s+(?:units\\s+of\\s+)?(\\S+)");

  private static final Pattern MEDIUM =
      Pattern.compile(
          "(?i)\\b(?:wave(?:length)?s?|lambda)\\b[^.;\\d]{0,40}?\\b(air|vacuum)\\b"
              + "|\\b(air|vacuum)\\s+(?:wave(?:length)?s?|lambda)\\b");

  private static final Pattern MATTERS =
      Pattern.compile(
          "(?i)\\b(?:air|vac|vacuum|angstroms?|nm|microns?|normali[sz]ed|rest|redshift(?:ed)?"
              + "|heliocentric|barycentric|log|smoothed|dereddened|corrected|uncorrected|scaled"
              + "|multipl\\w+|divided|offset|shifted|masked|bad|flags?|units?|order|uncalibrated"
              + "|relative|arbitrary|variance|sigma|not)\\b"
              // A date, or a Julian Date, that nothing takes.
              + "|\\b\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}|\\b24\\d{5}\\.\\d");

  private static final int LONGEST = 160;
  private static final int MOST = 200;

  private Prose() {}

  /** What becomes of remarks; what they say goes to the facts. */
  static List<Piece> read(List<TextLine> lines, FileFacts facts) {
    List<Piece> pieces = new ArrayList<>();
    for (TextLine line : lines) {
      String said = Excerpt.of(line.said(), LONGEST * 4);
      if (said.chars().anyMatch(Character::isLetterOrDigit) && pieces.size() < MOST) {
        String name = "line %s: %s".formatted(line.number(), Excerpt.of(said, LONGEST));
        pieces.add(piece(name, said, "line " + line.number(), facts));
      }
    }
    return pieces;
  }

  private static Piece piece(String name, String said, String where, FileFacts facts) {
    List<String> uses = new ArrayList<>();
    String length = length(said);
    if (!length.isEmpty()) {
      facts.state(TextFact.WAVELENGTH_UNIT, length, where);
      uses.add("unit of the wavelengths");
    }
    Matcher flux = FLUX_IN.matcher(said);
    String unit = flux.find() ? flux.group(1).replaceFirst("[.,;:]$", "") : "";
    if (unit.indexOf('/') > 0 && LengthUnits.unit(unit).isPresent()) {
      facts.state(TextFact.FLUX_UNIT, unit, where);
      uses.add("unit of the flux");
    }
    String medium = medium(said);
    if (!medium.isEmpty()) {
      facts.state(TextFact.MEDIUM, medium, where);
      uses.add("medium");
    }
    if (!uses.isEmpty()) {
      return Piece.used("remark", name, String.join(", ", uses));
    }
    return MATTERS.matcher(said).find()
        ? Piece.unaccounted("remark", name, "it has words that may change what numbers mean")
        : Piece.irrelevant("remark", name, "it says nothing of the samples");
  }

  /** The unit that a sentence says of wavelengths; "" when it says none. */
  private static String length(String said) {
    Matcher wavelengths = WAVELENGTHS.matcher(said);
    while (wavelengths.find()) {
      Matcher in = IN.matcher(wavelengths.group(1));
      while (in.find()) {
        if (LengthUnits.is(in.group(1))) {
          return in.group(1);
        }
      }
    }
    return "";
  }

  /** The medium that a sentence says; "" when it says none, or names both. */
  private static String medium(String said) {
    Matcher found = MEDIUM.matcher(said);
    String small = said.toLowerCase(Locale.ROOT);
    boolean both = small.contains("vacuum") && small.matches("(?s).*\\bair\\b.*");
    if (both || small.matches("(?s).*\\b(?:not?|from|to)\\b.*") || !found.find()) {
      return "";
    }
    return found.group(1) == null ? found.group(2) : found.group(1);
  }
}
