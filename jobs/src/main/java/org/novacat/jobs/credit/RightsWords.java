package org.novacat.jobs.credit;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.novacat.layouts.credit.Access;
import org.novacat.persistence.file.Rights;

/** What people write of rights and credit, put into {@link Rights} or refused. Pure. */
public final class RightsWords {
  private static final Set<String> SCHEMES = Set.of("http", "https", "ftp");
  private static final int LONGEST_SENTENCE = 1000;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_OBSERVERS = 50;

  private RightsWords() {}

  /**
   * Rights with another fact.
   *
   * @param words of the fact, one but for observers; none to take it back
   * @throws IllegalArgumentException when they cannot be used
   */
  public static Rights with(Rights before, CreditField field, List<String> words) {
    List<String> said = words.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
    String one = said.isEmpty() ? "" : said.get(said.size() - 1);
    return new Rights(
        field == CreditField.RIGHTS ? access(one) : before.rights(),
        field == CreditField.LICENCE ? licence(one) : before.licence(),
        field == CreditField.BIBCODE ? one : before.bibcode(),
        field == CreditField.DOI ? doi(one) : before.doi(),
        field == CreditField.OBSERVERS ? observers(said) : before.observers(),
        field == CreditField.ACKNOWLEDGEMENT ? sentence(one) : before.acknowledgement(),
        field == CreditField.SOURCE_URL ? address(one) : before.sourceUrl());
  }

  /**
   * Rights of which nothing else is said, from texts as people write them in tables and documents.
   *
   * @param texts by field; observers are parted by ';'; blank is nothing
   * @throws IllegalArgumentException when one of them cannot be used
   */
  public static Rights of(Map<CreditField, String> texts) {
    Rights rights = Rights.NONE;
    for (Map.Entry<CreditField, String> one : new TreeMap<>(texts).entrySet()) {
      String text = one.getValue();
      boolean several = one.getKey() == CreditField.OBSERVERS;
      rights = with(rights, one.getKey(), several ? List.of(text.split(";")) : List.of(text));
    }
    return rights;
  }

  /** What rights say of a field, so that {@link #of} reads it again; "" for nothing. */
  public static String text(Rights rights, CreditField field) {
    return switch (field) {
      case RIGHTS -> rights.rights();
      case LICENCE -> rights.licence();
      case BIBCODE -> rights.bibcode();
      case DOI -> rights.doi();
      case OBSERVERS -> String.join("; ", rights.observers());
      case ACKNOWLEDGEMENT -> rights.acknowledgement();
      case SOURCE_URL -> rights.sourceUrl();
    };
  }

  private static String access(String words) {
    return words.isEmpty() ? "" : Access.parse(words).text();
  }

  private static String licence(String words) {
    return Licence.of(words).name();
  }

  private static String doi(String words) {
    String doi = words.replaceFirst("^(?i)(https?://(dx\\.)?doi\\.org/|doi:\\s*)", "");
    if (!doi.isEmpty() && !doi.matches("10\\.[0-9]{4,9}/\\S+")) {
      throw new IllegalArgumentException(
          "Cannot record DOI '%s': it is none (one begins with 10. and a registrant's number)"
              .formatted(words));
    }
    return doi;
  }

  /** An item holds so many; more would be lost. */
  private static List<String> observers(List<String> names) {
    List<String> each = names.stream().distinct().toList();
    if (each.size() > MOST_OBSERVERS) {
      throw new IllegalArgumentException(
          "Cannot record %s observers: at most %s are named (name the group instead)"
              .formatted(each.size(), MOST_OBSERVERS));
    }
    each.forEach(name -> checkLength("observer", name, LONGEST_NAME));
    return each;
  }

  private static String sentence(String words) {
    checkLength("acknowledgement", words, LONGEST_SENTENCE);
    return words;
  }

  private static String address(String words) {
    if (!words.isEmpty() && !isAddress(words)) {
      if (words.matches("[^/]*//.*@.*")) {
        // It may be a password, which nobody is to read in a log.
        throw new IllegalArgumentException(
            "Cannot record source: its address has a user or a password (leave them out)");
      }
      throw new IllegalArgumentException(
          "Cannot record source '%s': it is no address of a page (one begins with https://)"
              .formatted(words));
    }
    checkLength("source", words, LONGEST_SENTENCE);
    return words;
  }

  private static boolean isAddress(String words) {
    try {
      URI uri = new URI(words);
      String scheme = uri.getScheme();
      return scheme != null
          && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
          && uri.getHost() != null
          && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static void checkLength(String what, String words, int most) {
    if (words.length() > most) {
      throw new IllegalArgumentException(
          "Cannot record %s of %s letters: at most %s are kept (make it shorter)"
              .formatted(what, words.length(), most));
    }
  }
}
