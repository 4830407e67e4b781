package org.novacat.jobs.credit.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.novacat.jobs.report.Visible;

/** Text of unknown origin as documents of several kinds may have it. */
final class Texts {
  private static final Map<Integer, String> BIBTEX =
      Map.of(
          (int) '\\', "\\textbackslash{}",
          (int) '{', "\\textbraceleft{}",
          (int) '}', "\\textbraceright{}",
          (int) '^', "\\textasciicircum{}",
          (int) '~', "\\textasciitilde{}",
          (int) '"', "\\textquotedbl{}");
  private static final Set<String> LINKS = Set.of("http", "https", "ftp");

  private Texts() {}

  /** One line: blanks for line ends and tabs, escapes for what a reader would not see. */
  static String line(String text) {
    return Visible.line(wellFormed(text).replaceAll("[\\s\\u0085\\u2028\\u2029]+", " ").strip());
  }

  /** Half a pair of surrogates is no character, and UTF-8 cannot say it. */
  private static String wellFormed(String text) {
    StringBuilder all = new StringBuilder(text.length());
    text.codePoints().map(point -> isText(point) ? point : 0xFFFD).forEach(all::appendCodePoint);
    return all.toString();
  }

  private static boolean isText(int point) {
    boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return !lone && (point & 0xFFFE) != 0xFFFE && point != 0xFEFF;
  }

  /** Within a line of Markdown, a cell of its tables too. */
  static String markdown(String text) {
    String escaped =
        each(
            line(text), point -> "\\`*_[]<>|#~$&".indexOf(point) >= 0 ? "\\" + (char) point : null);
    return escaped.replaceFirst("^([-+=])", "\\\\$1").replaceFirst("^(\\d+)([.)])", "$1\\\\$2");
  }

  /** Between braces of BibTeX, which counts braces even where they are escaped. */
  static String bibtex(String text) {
    return each(
        line(text), point -> "&%$#_".indexOf(point) >= 0 ? "\\" + (char) point : BIBTEX.get(point));
  }

  /** A key of BibTeX: a bibcode is one as it is. */
  static String bibtexKey(String text) {
    return text.replaceAll("[^A-Za-z0-9.:&+/-]", "_");
  }

  /** A scalar of YAML in double quotes. */
  static String yaml(String text) {
    return '"'
        + each(line(text), point -> point == '"' || point == '\\' ? "\\" + (char) point : null)
        + '"';
  }

  /** An address as a link; "" when it is none that leads to a page. */
  static String link(String address) {
    try {
      URI uri = new URI(address.strip());
      String scheme = uri.getScheme();
      boolean leads =
          scheme != null
              && LINKS.contains(scheme.toLowerCase(Locale.ROOT))
              && uri.getHost() != null
              && uri.getUserInfo() == null;
      return leads ? uri.toASCIIString() : "";
    } catch (URISyntaxException e) {
      return "";
    }
  }

  /** A part of an address; '/' stays where it parts. */
  static String encoded(String text) {
    StringBuilder all = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/+:;()".indexOf(c) >= 0);
      all.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return all.toString();
  }

  private static String each(String text, IntFunction<String> escape) {
    StringBuilder all = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              String instead = escape.apply(point);
              if (instead == null) {
                all.appendCodePoint(point);
              } else {
                all.append(instead);
              }
            });
    return all.toString();
  }
}
