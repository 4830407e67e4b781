package org.novacat.transforms.photometry.read.plan;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.layouts.nova.Constellation;
import org.novacat.layouts.nova.VariableStars;

/**
 * The nova that a file is named after, as in {@code kt_eri_munari.tsv}. Letters are the name of a
 * star only where they cannot well be anything else: a V with its number; a designation and its
 * constellation written as names are ({@code RSOph}, {@code T_Pyx}); or apart, in one case, and no
 * word ({@code kt_eri}). {@code lc_V_per_night}, {@code other_bands} and {@code model_fit} name
 * nobody.
 *
 * @param star the nova; "" when the name tells none
 * @param doubt what the name may mean and is not taken for, for people; "" when nothing
 */
record NameOfFile(String star, String doubt) {
  private static final String BETWEEN = "(?:[ _+-]|%20){0,2}";

  /**
   * Letters or V and a number, then the constellation, at the end of letters or before capitals.
   */
  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?<![A-Za-z0-9])((?i)V\\d{3,5}|[A-Z]{1,2})(%s)((?i)%s)(?![a-z])"
              .formatted(BETWEEN, Constellation.longPattern("[ _]")));

  /** {@code NovaLMC2009a}, {@code nova_cyg_1975}, {@code Nova_Sco_2018_No2}. */
  private static final Pattern NOVA =
      Pattern.compile(
          "(?i)(?<![A-Za-z0-9])nova%1$s(LMC|SMC|%2$s)%1$s([12]\\d{3}[a-z]?)(?:%1$s(?:no|nr|n|#)?[._]?%1$s(\\d)(?!\\d))?(?![A-Za-z0-9])"
              .formatted(BETWEEN, Constellation.longPattern("[ _]")));

  private static final Pattern ENDINGS = Pattern.compile("(?:\\.[A-Za-z][A-Za-z0-9]{0,7}){1,2}$");

  /** Pairs of letters that are bands of observers. */
  private static final Set<String> BANDS = Set.of("CV", "CR", "TG", "TB", "UV", "IR", "SZ", "ZZ");

  /** What a name tells. */
  static NameOfFile of(String fileName) {
    String stem = ENDINGS.matcher(fileName).replaceFirst("");
    Set<String> sure = new TreeSet<>();
    Set<String> doubtful = new TreeSet<>();
    Matcher nova = NOVA.matcher(stem);
    while (nova.find()) {
      sure.add(nova(nova));
    }
    variables(stem, sure, doubtful);
    return sure.size() == 1
        ? new NameOfFile(sure.iterator().next(), "")
        : new NameOfFile("", doubt(sure.isEmpty() ? doubtful : sure));
  }

  private static void variables(String stem, Set<String> sure, Set<String> doubtful) {
    Matcher star = VARIABLE.matcher(stem);
    for (int at = 0; star.find(at); at = star.start() + 1) {
      Candidate candidate = Candidate.of(star, stem);
      if (VariableStars.isDesignation(upper(candidate.letters))) {
        (candidate.isName() ? sure : doubtful).add(candidate.star());
      }
    }
  }

  private static String doubt(Set<String> stars) {
    return stars.isEmpty()
        ? ""
        : "the name of the file may mean '%s', or none".formatted(String.join("', '", stars));
  }

  private static Constellation place(String text) {
    if (text.length() == 3) {
      return Constellation.of(text);
    }
    String genitive = text.replace('_', ' ');
    return Constellation.all().stream()
        .filter(one -> one.genitive().equalsIgnoreCase(genitive))
        .findFirst()
        .orElseThrow();
  }

  private static String nova(MatchResult nova) {
    String place = nova.group(1);
    boolean cloud = place.equalsIgnoreCase("LMC") || place.equalsIgnoreCase("SMC");
    String name =
        "Nova %s %s"
            .formatted(
                cloud ? place.toUpperCase(Locale.ROOT) : place(place).abbreviation(),
                nova.group(2));
    return nova.group(3) == null ? name : name + " No. " + nova.group(3);
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  /**
   * Letters that may be the name of a star.
   *
   * @param letters its own, or V and a number
   * @param there what stands for the constellation
   * @param apart whether something is between the two
   * @param alone whether there is nothing else
   * @param capital whether a capital follows at once
   */
  private record Candidate(
      String letters,
      String there,
      Constellation place,
      boolean apart,
      boolean alone,
      boolean capital) {
    static Candidate of(MatchResult star, String stem) {
      return new Candidate(
          star.group(1),
          star.group(3).replace('_', ' '),
          NameOfFile.place(star.group(3)),
          star.end(1) < star.start(3),
          star.group().length() == stem.length(),
          star.end() < stem.length() && Character.isUpperCase(stem.charAt(star.end())));
    }

    /** Whether they can hardly be anything else. */
    boolean isName() {
      if (isWritten()) {
        return isNumbered() || !isWord() || !isBand() || alone;
      }
      return !capital && (isNumbered() ? !apart || !isWord() : apart ? isNoWord() : isRare());
    }

    /** Whether capitals are where names have them. */
    private boolean isWritten() {
      boolean place =
          there.equals(this.place.abbreviation()) || there.equals(this.place.genitive());
      return place && letters.equals(upper(letters));
    }

    private boolean isNumbered() {
      return Character.isDigit(letters.charAt(letters.length() - 1));
    }

    private boolean isWord() {
      return there.length() == 3 && place.letters() == Constellation.Letters.WORD;
    }

    /** {@code V_Per} before more may be V, per something. */
    private boolean isBand() {
      return letters.length() == 1 || BANDS.contains(letters);
    }

    private boolean isNoWord() {
      String all = letters + there;
      boolean oneCase = all.equals(upper(all)) || all.equals(all.toLowerCase(Locale.ROOT));
      return !isWord() && (oneCase || letters.length() == 2);
    }

    private boolean isRare() {
      return place.letters() == Constellation.Letters.RARE;
    }

    String star() {
      return upper(letters) + " " + place.abbreviation();
    }
  }
}
