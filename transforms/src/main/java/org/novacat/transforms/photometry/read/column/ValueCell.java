package org.novacat.transforms.photometry.read.column;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.text.Numbers;

/**
 * Reads cells of values in the notations of observers (photometry specification, section 5). One
 * object stands for each cell in turn.
 */
public final class ValueCell {
  /** What a cell turned out to be. */
  public enum Kind {
    /** Empty, or one of the ways to say so. */
    NONE,
    DETECTION,
    LIMIT,
    UNPARSABLE
  }

  private static final Set<String> NULLS =
      Set.of(
          "", "-", "--", "---", "...", "..", "…", "na", "n/a", "nan", "null", "none", "indef", "nd",
          "\"\"");

  private static final Pattern ERROR = Pattern.compile("(.*\\S)\\s*(?:±|\\+/-|\\+-)\\s*(\\S+)");

  private static final Pattern BRACKETS = Pattern.compile("([-+]?\\d*[.,]?\\d+)\\((\\d{1,3})\\)");

  private static final Pattern ALL_NINES = Pattern.compile("-9{2,}(?:[.,](?:9+|0*))?");

  /** No nova is as bright as -9.99, and eights are no fainter than they can be. */
  private static final Pattern SIGN = Pattern.compile("-9[.,]9+|-?8{2,}[.,]8+|99(?:[.,]0*)?");

  /** What stands for nothing only where an error says the same. */
  private static final Pattern SIGN_TWICE =
      Pattern.compile("[-+]?0*(?:[.,]0*)?|-1(?:[.,]0*)?|-9+(?:[.,](?:9+|0*))?");

  private static final Pattern EIGHTS_NINES =
      Pattern.compile("9+[.,]9+|9{2,}(?:[.,]0*)?|8+[.,]8+|8{2,}(?:[.,]0*)?");

  private static final int LONGEST_SIGN = 12;

  private final char point;
  private Kind kind = Kind.NONE;
  private double value;
  private double error;
  private boolean uncertain;

  public ValueCell(boolean decimalComma) {
    this.point = decimalComma ? ',' : '.';
  }

  public Kind kind() {
    return kind;
  }

  /** The value, or the limit. */
  public double value() {
    return value;
  }

  /** The error inside the cell; NaN when there is none. */
  public double error() {
    return error;
  }

  /** Whether the observer doubts it. */
  public boolean isUncertain() {
    return uncertain;
  }

  /** Reads a cell without blanks around it. */
  public ValueCell read(String cell, boolean magnitude) {
    error = Double.NaN;
    uncertain = false;
    if (cell.length() > ReadSettings.LONGEST_CELL) {
      value = Double.NaN;
      kind = Kind.UNPARSABLE;
      return this;
    }
    value = Numbers.parse(cell, point);
    if (Double.isNaN(value)) {
      words(cell);
    } else {
      kind = Kind.DETECTION;
    }
    if (kind == Kind.DETECTION || kind == Kind.LIMIT) {
      boolean sentinel =
          magnitude
              ? isSentinel(value) || (maySign(cell) && SIGN.matcher(cell).matches())
              : maySign(cell) && ALL_NINES.matcher(cell).matches();
      kind = sentinel ? Kind.NONE : kind;
    }
    return this;
  }

  /** The error that a number says, above 0; NaN when it stands for none. */
  public static double error(double said) {
    boolean none = !(said > 0) || isSentinel(said) || said == 9.999 || said == 9.99;
    return none ? Double.NaN : said;
  }

  /** Whether a cell is a number with an error behind a sign. */
  public static boolean hasError(String cell) {
    Matcher sign = ERROR.matcher(cell);
    return cell.length() <= ReadSettings.LONGEST_CELL
        && sign.matches()
        && Numbers.isNumber(sign.group(1))
        && Numbers.isNumber(sign.group(2));
  }

  /** A number as the file writes numbers; NaN when the cell is none. */
  public double number(String cell) {
    return Numbers.parse(cell, point);
  }

  /** Whether a cell looks like a sign for nothing, such as 0.000, -1 and 9.99. */
  public static boolean isSign(String cell, boolean magnitude) {
    return cell.length() <= LONGEST_SIGN
        && maySign(cell)
        && (SIGN_TWICE.matcher(cell).matches()
            || (magnitude && EIGHTS_NINES.matcher(cell).matches()));
  }

  /**
   * Whether all digits of a cell but 0 are 1, 8 or 9, and equal, as in signs for nothing; most
   * values are told from them so.
   */
  private static boolean maySign(String cell) {
    char digit = 0;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c > '0' && c <= '9') {
        if ((c != '9' && c != '8' && c != '1') || (digit != 0 && digit != c)) {
          return false;
        }
        digit = c;
      }
    }
    return true;
  }

  /** 99.9, 99.99, 99.999, −99, −99.9, −999 and the like stand for no magnitude. */
  static boolean isSentinel(double magnitude) {
    return (magnitude >= 99.9 && magnitude < 100) || magnitude <= -99 || magnitude >= 999;
  }

  /** Whether a cell says that there is nothing. */
  public static boolean isNull(String cell) {
    int length = cell.length();
    return length == 0
        || (length < 6
            && mayBeNull(cell.charAt(0), length)
            && NULLS.contains(cell.toLowerCase(Locale.ROOT)));
  }

  /** Tells the letters of bands and most other cells from these words, for no more than a look. */
  private static boolean mayBeNull(char first, int length) {
    return switch (first) {
      case '-', '.', '…', '"' -> true;
      case 'n', 'N' -> length > 1;
      case 'i', 'I' -> length == 5;
      default -> false;
    };
  }

  private void words(String cell) {
    if (isNull(cell)) {
      kind = Kind.NONE;
      return;
    }
    String rest = doubt(cell);
    String limit = limit(rest);
    if (limit != null) {
      kind = Kind.LIMIT;
      rest = doubt(limit);
    } else {
      kind = Kind.DETECTION;
      rest = withError(rest);
    }
    value = Numbers.parse(rest, point);
    if (Double.isNaN(value)) {
      kind = isNull(rest) && !rest.isEmpty() ? Kind.NONE : Kind.UNPARSABLE;
    }
  }

  /** Takes off the colon or question mark of a doubt. */
  private String doubt(String cell) {
    int last = cell.length() - 1;
    if (last > 0 && (cell.charAt(last) == ':' || cell.charAt(last) == '?')) {
      uncertain = true;
      return cell.substring(0, last).strip();
    }
    return cell;
  }

  /** What a limit is written around; null when it is none. */
  private static @Nullable String limit(String cell) {
    char first = cell.charAt(0);
    if (first == '<' || first == '>' || first == '[' || first == '≤' || first == '≥') {
      String rest = cell.substring(1).strip();
      return first == '[' && rest.endsWith("]") ? rest.substring(0, rest.length() - 1) : rest;
    }
    int last = cell.length() - 1;
    return cell.charAt(last) == '<' ? cell.substring(0, last).strip() : null;
  }

  private String withError(String cell) {
    Matcher sign = ERROR.matcher(cell);
    if (sign.matches()) {
      error = Numbers.parse(sign.group(2), point);
      return Double.isNaN(error) ? cell : sign.group(1);
    }
    Matcher brackets = BRACKETS.matcher(cell);
    if (brackets.matches()) {
      String number = brackets.group(1);
      int mark = number.indexOf(point);
      int decimals = mark < 0 ? 0 : number.length() - mark - 1;
      error = Integer.parseInt(brackets.group(2)) / Math.pow(10, decimals);
      return number;
    }
    return cell;
  }
}
