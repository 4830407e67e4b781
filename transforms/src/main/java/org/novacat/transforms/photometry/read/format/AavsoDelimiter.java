package org.novacat.transforms.photometry.read.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.layouts.text.Tsv;

/**
 * The parameter {@code #DELIM=} of reports to the AAVSO: a sign, its name (resource {@code
 * aavso-delimiters.tsv}) or its code in ASCII, in quotes or not; a comma when it says nothing
 * (Extended File Format 1.2, Visual File Format).
 */
final class AavsoDelimiter {
  private static final Pattern DELIM = Pattern.compile("(?i)#\\s*DELIM\\s*=(.*)");

  private static final Pattern CODE = Pattern.compile("\\d{1,3}");

  private static final Map<String, Character> NAMES = new HashMap<>();

  static {
    for (Tsv.Row row : Tsv.resource(AavsoDelimiter.class, "aavso-delimiters.tsv").rows()) {
      char sign = (char) Integer.parseInt(row.cell("code"));
      row.words("names").forEach(name -> NAMES.put(name, sign));
    }
  }

  private AavsoDelimiter() {}

  /** What divides the cells: what the file says, or what does where its lines deny it. */
  static Delimiter of(TextHead head) {
    Delimiter said = Delimiter.counted(head.lines(), said(head));
    Delimiter shown = said.isTable() ? said : Delimiter.of(head);
    return shown.isTable() ? shown : said;
  }

  private static char said(TextHead head) {
    for (TextHead.Line comment : head.comments()) {
      Matcher matcher = DELIM.matcher(comment.text().strip());
      if (matcher.matches()) {
        return sign(matcher.group(1));
      }
    }
    return ',';
  }

  /** The sign of a value; spreadsheets append commas to every line, and may quote it. */
  private static char sign(String value) {
    String said = value.replaceFirst("(?<=[^,;\\s])[,;\\s]+$", "");
    said = said.length() > 2 ? said.strip().replaceAll("^([\"'])(.+)\\1$", "$2") : said;
    if (said.isBlank()) {
      return said.contains("\t") ? '\t' : ',';
    }
    String name = said.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    int code = CODE.matcher(name).matches() ? Integer.parseInt(name) : -1;
    return code == 9 || (code >= ' ' && code <= '~')
        ? (char) code
        : NAMES.getOrDefault(name, said.strip().charAt(0));
  }
}
