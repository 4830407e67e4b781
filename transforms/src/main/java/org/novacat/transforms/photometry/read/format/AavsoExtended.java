package org.novacat.transforms.photometry.read.format;

import static org.novacat.layouts.photometry.EpochSystem.BJD;
import static org.novacat.layouts.photometry.EpochSystem.HJD;
import static org.novacat.layouts.photometry.EpochSystem.JD;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.photometry.read.table.Rows;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.photometry.text.Cells;
import org.novacat.transforms.photometry.text.SourceText;
import org.novacat.transforms.photometry.text.TextLines;

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
          "name=object date=epoch mag=value merr=error filt=band notes=notes cmag=none kmag=none"
              + " mtype=kind"
              + " magnitude=value magerr=error filter=band");

  private AavsoExtended() {}

  /** Null when the file does not say that it is one. */
  static @Nullable RawTable open(TextUpload in) {
    if (!TYPE.matcher(in.head()).find()) {
      return null;
    }
    TextHead head = TextHead.of(in);
    Delimiter delimiter = Delimiter.counted(head.lines(), delimiter(sign(head)));
    AavsoParameters parameters = AavsoParameters.of(in.text());
    return PlainText.delimited(in, head, delimiter, table -> table(table, parameters));
  }

  private static RawTable table(RawTable table, AavsoParameters parameters) {
    ColumnFacts own =
        new FactWords().fact(ColumnFacts.OBSERVER, parameters.head().observer()).facts();
    return new RawTable(
        "aavso-extended",
        table.isHeaderless() ? COLUMNS.stream().map(UploadColumn::named).toList() : table.columns(),
        false,
        own.and(table.facts()),
        MANUAL.time(parameters.head().frame()),
        parameters.over(table.rows()));
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

  /**
   * The parameters of the AAVSO's Extended File Format that may change on the way: {@code
   * #OBSCODE=} and {@code #DATE=} hold for all data below them, until the next (AAVSO Extended File
   * Format 1.2, "Parameters"). Read otherwise, an HJD would count as a JD, up to 8.3 minutes off.
   *
   * @param head what holds at the first row
   * @param changes all values, by the lines where they begin
   */
  private record AavsoParameters(InForce head, NavigableMap<Integer, InForce> changes) {
    private static final Pattern PARAMETER = Pattern.compile("(?i)#\\s*(OBSCODE|DATE)\\s*=(.*)");

    /**
     * What holds from a line on.
     *
     * @param frame how times count
     * @param observer code of the observer; "" when there was none yet
     */
    record InForce(TimeFrame frame, String observer) {
      private InForce with(String name, String value) {
        return name.equalsIgnoreCase("DATE")
            ? new InForce(counted(value), observer)
            : new InForce(frame, value);
      }
    }

    static AavsoParameters of(SourceText text) {
      InForce now = new InForce(counted("JD"), "");
      InForce head = null;
      NavigableMap<Integer, InForce> changes = new TreeMap<>();
      TextLines lines = new TextLines(text);
      while (lines.next()) {
        if (TextCursor.isComment(lines)) {
          Matcher matcher = PARAMETER.matcher(lines.text().strip());
          if (matcher.matches()) {
            now = now.with(matcher.group(1), matcher.group(2).strip());
            changes.put(lines.number(), now);
          }
        } else if (head == null && !lines.isBlank()) {
          head = now;
        }
      }
      return new AavsoParameters(head == null ? now : head, changes);
    }

    private static TimeFrame counted(String date) {
      String said = date.strip().toUpperCase(Locale.ROOT);
      String reason = "#DATE=%s; the AAVSO counts in UT".formatted(said);
      return switch (said) {
        case "HJD" -> TimeFrame.manual(HJD, TimeScale.UTC, TimeReference.HELIO, reason);
        case "BJD" -> TimeFrame.manual(BJD, TimeScale.TDB, TimeReference.BARY, reason);
        default -> TimeFrame.manual(JD, TimeScale.UTC, TimeReference.GEO, reason);
      };
    }

    /** The rows, each under the parameters above it. */
    Rows over(Rows rows) {
      return new Rows() {
        @Override
        public RowCursor open() {
          return rows.open();
        }

        @Override
        public TimeFrame frame(int sourceRow, TimeFrame ofFile) {
          return ofFile.equals(head.frame()) ? above(sourceRow).frame() : ofFile;
        }

        @Override
        public String observer(int sourceRow, String ofFile) {
          return ofFile.equals(head.observer()) ? above(sourceRow).observer() : ofFile;
        }
      };
    }

    private InForce above(int sourceRow) {
      Map.Entry<Integer, InForce> last = changes.lowerEntry(sourceRow);
      return last == null ? head : last.getValue();
    }
  }
}
