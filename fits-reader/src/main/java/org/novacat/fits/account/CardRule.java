package org.novacat.fits.account;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.Header;
import org.novacat.layouts.text.Memo;
import org.novacat.layouts.text.Tsv;

/**
 * What is known of a card that could change what a spectrum means.
 *
 * @param topic axis, time, place, medium, flux scale or velocity
 * @param fate when it counts as used
 * @param what why it is irrelevant, or what it is used as
 * @param otherAxis whether it is of another axis than the first
 * @param value whether it helps to give the value of a coordinate
 */
record CardRule(String topic, Use fate, String what, boolean otherAxis, boolean value) {
  /** When a card counts as used. */
  enum Use {
    /** Where the profile asked for it. */
    READ,
    ALWAYS,
    /** It is kept as it is. */
    KEEP,
    /** Never: it is irrelevant. */
    NO,
    /** It is no piece of its own but says what a column is. */
    COLUMN
  }

  /** Cards of an axis by its number. */
  private static final List<String> NUMBERED =
      List.of(
          "CTYPE# CUNIT# CNAME# CRVAL# CRPIX# CDELT# CD#_# PC#_# PV#_# PS#_# CROTA#".split(" "));

  /** Cards that give the value of a coordinate. */
  private static final List<String> VALUES =
      List.of("CRVAL# CRPIX# CDELT# CD#_# PC#_# COEFF# DC-FLAG NWORDER WAT#_#".split(" "));

  private static final Map<String, CardRule> RULES = new HashMap<>();
  private static final Map<String, String> TOPICS = new LinkedHashMap<>();

  /** Of keywords that were asked about before: files of one source have the same. */
  private static final Memo<CardRule> FOUND = new Memo<>(CardRule::find);

  /** The same by the number of the keyword, the last one of each place. */
  private static final @Nullable Known[] KNOWN = new Known[8192];

  private static final long HIERARCH = 0x4849455241524348L;

  /** A keyword by its number, and its rule; an entry never changes, so that threads share them. */
  private record Known(long id, @Nullable CardRule rule) {}

  static {
    for (Tsv.Row row : Tsv.resource(CardRule.class, "account-cards.tsv").rows()) {
      Use use = Use.valueOf(row.cell("fate").toUpperCase(Locale.ROOT));
      RULES.put(row.cell("card"), rule(row.cell("topic"), use, row.cell("what")));
    }
    for (Tsv.Row row : Tsv.resource(CardRule.class, "account-words.tsv").rows()) {
      row.words("words").forEach(word -> TOPICS.put(word, row.cell("topic")));
    }
  }

  /** The rule of a card, by the table or by a word in it; null when it says nothing of these. */
  static @Nullable CardRule of(Header header, int card) {
    long id = header.keywordId(card);
    int slot = (int) ((id * 0x9E3779B97F4A7C15L) >>> 51);
    Known known = KNOWN[slot];
    if (known == null || known.id() != id) {
      known = new Known(id, FOUND.of(header.keyword(card)));
      KNOWN[slot] = known;
    }
    return known.rule();
  }

  /** Whether a card is one of those that have their keyword behind the word HIERARCH. */
  static boolean isHierarch(Header header, int card) {
    return header.keywordId(card) == HIERARCH;
  }

  private static CardRule rule(String topic, Use fate, String what) {
    return new CardRule(topic, fate, what, false, false);
  }

  private static @Nullable CardRule find(String keyword) {
    CardRule rule = known(keyword);
    return rule == null ? null : rule.placed(keyword);
  }

  /** The same, with what the number in a keyword says. */
  private CardRule placed(String keyword) {
    String plain = withoutDigits(keyword);
    boolean other = NUMBERED.contains(plain) && !isOfFirstAxis(keyword);
    return new CardRule(topic, fate, what, other, VALUES.contains(plain));
  }

  private static @Nullable CardRule known(String keyword) {
    CardRule exact = RULES.get(keyword);
    CardRule rule = exact != null ? exact : RULES.get(withoutDigits(keyword));
    if (rule != null) {
      return rule.fate() == Use.COLUMN ? null : rule;
    }
    return byWord(keyword);
  }

  private static @Nullable CardRule byWord(String keyword) {
    List<String> words = List.of(keyword.split("[^A-Z]+"));
    return TOPICS.entrySet().stream()
        .filter(known -> stands(known.getKey(), words))
        .map(known -> rule(known.getValue(), Use.READ, ""))
        .findFirst()
        .orElse(null);
  }

  private static boolean stands(String word, List<String> words) {
    String stem = word.endsWith("*") ? word.substring(0, word.length() - 1) : "";
    return stem.isEmpty()
        ? words.contains(word)
        : words.stream().anyMatch(part -> part.startsWith(stem) || part.endsWith(stem));
  }

  /** Each run of digits as {@code #}. */
  private static String withoutDigits(String keyword) {
    StringBuilder plain = new StringBuilder(keyword.length());
    for (int i = 0; i < keyword.length(); i++) {
      char c = keyword.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit) {
        plain.append(c);
      } else if (plain.length() == 0 || plain.charAt(plain.length() - 1) != '#') {
        plain.append('#');
      }
    }
    return plain.toString();
  }

  /**
   * Why a card is irrelevant; null when it is not.
   *
   * @param computed whether cards give the wavelengths
   */
  @Nullable String irrelevance(boolean computed) {
    if (fate == Use.NO) {
      return what;
    }
    if (otherAxis) {
      return "of an axis along which no wavelength runs";
    }
    return !computed && value ? "the wavelengths stand in the data" : null;
  }

  /** Whether all its numbers are 1. */
  private static boolean isOfFirstAxis(String keyword) {
    for (String number : keyword.split("[^0-9]+")) {
      if (!number.isEmpty() && !number.equals("1")) {
        return false;
      }
    }
    return true;
  }
}
