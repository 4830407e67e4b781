package org.novacat.transforms.spectrum.text.source;

/**
 * A line of a file.
 *
 * @param number from 1
 * @param text without its end
 */
public record TextLine(int number, String text) {
  /** Whether it has nothing but blanks. */
  public boolean isBlank() {
    return text.isBlank();
  }

  /** Where a remark begins, behind the sign that makes it one; −1 when this is no remark. */
  public int remark() {
    int at = 0;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      // Spreadsheets put a remark that holds their delimiter into quotes.
      at = text.startsWith("#", at + 1) ? at + 1 : at;
    }
    int behind = at;
    while (behind < text.length() && "#;%!*".indexOf(text.charAt(behind)) >= 0) {
      behind++;
    }
    return behind > at ? behind : text.startsWith("//", at) ? at + 2 : -1;
  }

  /** What a remark says, without its sign and quotes. */
  public String said() {
    String said = text.substring(Math.max(0, remark())).strip();
    boolean quoted = text.stripLeading().startsWith("\"#") && said.endsWith("\"");
    return quoted ? said.substring(0, said.length() - 1).strip() : said;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\u00A0';
  }
}
