package org.novacat.transforms.photometry.read;

import static org.novacat.layouts.photometry.EpochSystem.BJD;
import static org.novacat.layouts.photometry.EpochSystem.HJD;
import static org.novacat.layouts.photometry.EpochSystem.JD;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.transforms.photometry.text.Cells;

/**
 * The AAVSO's Extended File Format: parameters {@code #NAME=value}, then fifteen columns whose
 * names are not always given.
 */
final class AavsoExtended {
  private static final Pattern TYPE = Pattern.compile("(?im)^#\\s*TYPE\\s*=\\s*EXTENDED\\b");
  private static final Pattern PARAMETER = Pattern.compile("#\\s*(OBSCODE|DELIM|DATE)\\s*=(.*)");

  private static final List<String> COLUMNS =
      List.of(
          "NAME", "DATE", "MAG", "MERR", "FILT", "TRANS", "MTYPE", "CNAME", "CMAG", "KNAME", "KMAG",
          "AMASS", "GROUP", "CHART", "NOTES");

  private static final Conventions MANUAL =
      Conventions.NONE.roles(
          "name",
          Role.OBJECT,
          "date",
          Role.EPOCH,
          "mag",
          Role.VALUE,
          "merr",
          Role.ERROR,
          "filt",
          Role.BAND,
          "notes",
          Role.NOTES,
          "cmag",
          Role.NONE,
          "kmag",
          Role.NONE,
          "magnitude",
          Role.VALUE,
          "magerr",
          Role.ERROR,
          "filter",
          Role.BAND);

  private AavsoExtended() {}

  /** Null when the file does not say that it is one. */
  static @Nullable RawTable open(Input in) {
    if (!TYPE.matcher(in.head()).find()) {
      return null;
    }
    TextHead head = TextHead.of(in.text());
    Delimiter delimiter = Delimiter.counted(head.lines(), delimiter(parameter(head, "DELIM", ",")));
    RawTable table = PlainText.delimited(in, head, delimiter);
    Facts own = new FactWords().fact(Facts.OBSERVER, parameter(head, "OBSCODE", "")).facts();
    return new RawTable(
        "aavso-extended",
        table.isHeaderless() ? COLUMNS.stream().map(Column::named).toList() : table.columns(),
        false,
        own.and(table.facts()),
        MANUAL.time(frame(parameter(head, "DATE", "JD"))),
        table.rows());
  }

  private static String parameter(TextHead head, String name, String otherwise) {
    for (TextHead.Line comment : head.comments()) {
      Matcher matcher = PARAMETER.matcher(comment.text().strip());
      if (matcher.matches() && matcher.group(1).equalsIgnoreCase(name)) {
        return matcher.group(2);
      }
    }
    return otherwise;
  }

  /** The sign itself, or its name where the sign could not be seen. */
  private static char delimiter(String said) {
    return switch (said.strip().toLowerCase(Locale.ROOT)) {
      case "comma" -> ',';
      case "semicolon" -> ';';
      case "tab" -> '\t';
      case "space" -> Cells.BLANKS;
      default -> said.isEmpty() ? ',' : said.charAt(0);
    };
  }

  private static TimeFrame frame(String date) {
    String said = date.strip().toUpperCase(Locale.ROOT);
    String reason = "#DATE=%s; the AAVSO counts in UT".formatted(said);
    return switch (said) {
      case "HJD" -> TimeFrame.manual(HJD, TimeScale.UTC, TimeReference.HELIO, reason);
      case "BJD" -> TimeFrame.manual(BJD, TimeScale.TDB, TimeReference.BARY, reason);
      default -> TimeFrame.manual(JD, TimeScale.UTC, TimeReference.GEO, reason);
    };
  }
}
