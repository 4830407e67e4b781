package org.novacat.transforms.photometry.read.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.photometry.text.Cells;

/**
 * The AAVSO's Extended File Format: parameters {@code #NAME=value}, then fifteen columns whose
 * names are not always given.
 */
final class AavsoExtended {
  private static final Pattern TYPE = Pattern.compile("(?im)^#\\s*TYPE\\s*=\\s*EXTENDED\\b");
  private static final Pattern DELIM = Pattern.compile("(?i)#\\s*DELIM\\s*=(.*)");

  private static final List<String> COLUMNS =
      List.of(
          "NAME", "DATE", "MAG", "MERR", "FILT", "TRANS", "MTYPE", "CNAME", "CMAG", "KNAME", "KMAG",
          "AMASS", "GROUP", "CHART", "NOTES");

  private static final Conventions MANUAL =
      Conventions.NONE.roles(
          "name", Role.OBJECT,
          "date", Role.EPOCH,
          "mag", Role.VALUE,
          "merr", Role.ERROR,
          "filt", Role.BAND,
          "notes", Role.NOTES,
          "cmag", Role.NONE,
          "kmag", Role.NONE,
          "magnitude", Role.VALUE,
          "magerr", Role.ERROR,
          "filter", Role.BAND);

  private AavsoExtended() {}

  /** Null when the file does not say that it is one. */
  static @Nullable RawTable open(TextUpload in) {
    if (!TYPE.matcher(in.head()).find()) {
      return null;
    }
    TextHead head = TextHead.of(in);
    Delimiter delimiter = Delimiter.counted(head.lines(), delimiter(sign(head)));
    RawTable table = PlainText.delimited(in, head, delimiter);
    AavsoParameters parameters = AavsoParameters.of(in.text());
    ColumnFacts own =
        new FactWords().fact(ColumnFacts.OBSERVER, parameters.head().observer()).facts();
    return new RawTable(
        "aavso-extended",
        table.isHeaderless() ? COLUMNS.stream().map(UploadColumn::named).toList() : table.columns(),
        false,
        own.and(table.facts()),
        MANUAL.time(parameters.head().frame()),
        () -> parameters.over(table.rows().open()));
  }

  private static String sign(TextHead head) {
    for (TextHead.Line comment : head.comments()) {
      Matcher matcher = DELIM.matcher(comment.text().strip());
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    return ",";
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
}
