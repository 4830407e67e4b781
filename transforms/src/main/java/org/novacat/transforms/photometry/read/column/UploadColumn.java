package org.novacat.transforms.photometry.read.column;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.layouts.text.Excerpt;
import org.novacat.transforms.photometry.read.settings.ReadSettings;

/**
 * A column as the file declares it; "" for what it does not say.
 *
 * @param name its header without a unit in brackets
 * @param unit unit, from its declaration or from brackets behind the name
 * @param ucd Unified Content Descriptor
 * @param description in words
 */
public record UploadColumn(String name, String unit, String ucd, String description) {
  private static final Pattern BRACKETS =
      Pattern.compile("(.*?[^\\s])\\s*[\\[(]([^\\[\\]()]*)[\\])]\\s*");

  private static final Pattern WITH_ERROR =
      Pattern.compile("(.*[\\p{L}\\p{N}'])\\s*(?:±|\\+/?[-−]).*");

  /** Characters of a description. */
  private static final int LONGEST_DESCRIPTION = 2000;

  /** No column is called longer; patterns of those who look at names take the square of it. */
  public UploadColumn {
    name = Excerpt.of(name, ReadSettings.LONGEST_CELL);
    unit = Excerpt.of(unit, ReadSettings.LONGEST_CELL);
    ucd = Excerpt.of(ucd, ReadSettings.LONGEST_CELL);
    description = Excerpt.of(description, LONGEST_DESCRIPTION);
  }

  /** A column of which only the header is known, such as {@code flux(mJy)} or {@code MJD[days]}. */
  public static UploadColumn named(String header) {
    Matcher brackets = BRACKETS.matcher(header);
    return header.length() <= ReadSettings.LONGEST_CELL && brackets.matches()
        ? new UploadColumn(brackets.group(1), brackets.group(2).strip(), "", "")
        : new UploadColumn(header, "", "", "");
  }

  /** The same column of which the name ends before ±, where the error of the cell is named. */
  public UploadColumn withoutError() {
    Matcher error = WITH_ERROR.matcher(name);
    boolean unitless = unit.startsWith("±") || unit.startsWith("+/-") || unit.startsWith("+-");
    return !error.matches() && !unitless
        ? this
        : new UploadColumn(
            error.matches() ? error.group(1) : name, unitless ? "" : unit, ucd, description);
  }

  public UploadColumn withUnit(String said) {
    return said.isEmpty() ? this : new UploadColumn(name, said, ucd, description);
  }

  public UploadColumn as(String saidUcd, String saidDescription) {
    return new UploadColumn(name, unit, saidUcd, saidDescription);
  }

  /** Header and unit together, where systems of time hide. */
  public String label() {
    return unit.isEmpty() ? name : name + " (" + unit + ")";
  }

  /** The name in small letters and figures only, as synonyms are compared. */
  public String plain() {
    return plain(name);
  }

  public static String plain(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        out.append(Character.toLowerCase(c));
      }
    }
    return out.toString();
  }
}
