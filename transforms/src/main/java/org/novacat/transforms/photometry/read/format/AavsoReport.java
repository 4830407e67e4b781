package org.novacat.transforms.photometry.read.format;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.DateNotation;
import org.novacat.transforms.photometry.read.column.DateOrder;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.photometry.read.table.Rows;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.text.Cells;
import org.novacat.transforms.text.TextLines;

/**
 * Reports to the AAVSO, in its Extended and its Visual File Format: parameters {@code #NAME=value},
 * then columns whose names are not always given.
 */
final class AavsoReport {
  private static final Pattern TYPE =
      Pattern.compile("(?im)^#\\s*TYPE\\s*=\\s*[\"']?(EXTENDED|VISUAL)\\b");

  /** Of spreadsheets, which write so many cells in every line. */
  private static final Pattern EMPTY_CELLS = Pattern.compile("(?<=[^,;\\t])[,;\\t]+$");

  private AavsoReport() {}

  /** One of the two formats. */
  private record Kind(String format, List<UploadColumn> columns, Conventions manual) {
    static final Kind EXTENDED =
        of(
            "aavso-extended",
            "NAME,DATE,MAG,MERR,FILT,TRANS,MTYPE,CNAME,CMAG,KNAME,KMAG,AMASS,GROUP,CHART,NOTES",
            Conventions.NONE.roles(
                "name=object date=epoch mag=value merr=error filt=band notes=notes cmag=none"
                    + " kmag=none mtype=kind magnitude=value magerr=error filter=band"));

    static final Kind VISUAL =
        of(
            "aavso-visual",
            "NAME,DATE,MAG,COMMENTCODE,COMP1,COMP2,CHART,NOTES",
            Conventions.NONE
                .roles(
                    "name=object date=epoch mag=value commentcode=comment-codes notes=notes"
                        + " comp1=none comp2=none magnitude=value filt=band filter=band")
                .ofBand("Vis."));

    private static Kind of(String format, String names, Conventions manual) {
      return new Kind(
          format, Arrays.stream(names.split(",")).map(UploadColumn::named).toList(), manual);
    }

    /** Names of a comment that are in another order, or fewer; else those of the manual. */
    private List<UploadColumn> columns(TextHead head, char sign) {
      for (TextHead.Line comment : head.comments()) {
        String text = EMPTY_CELLS.matcher(TextHead.stripped(comment.text())).replaceFirst("");
        List<UploadColumn> names = HeaderLine.names(new Cells(sign).cut(text));
        Set<String> plain = names.stream().map(UploadColumn::plain).collect(Collectors.toSet());
        if (plain.contains("date") && plain.contains("name") && names.size() > 2) {
          return names;
        }
      }
      return columns;
    }
  }

  /** Null when the file does not say that it is one. */
  static @Nullable RawTable open(TextUpload in) {
    String text = in.head();
    Matcher type = TYPE.matcher(text);
    if (text.indexOf('#') < 0 || !type.find()) {
      return null;
    }
    Kind kind = type.group(1).equalsIgnoreCase("VISUAL") ? Kind.VISUAL : Kind.EXTENDED;
    TextHead head = TextHead.of(in);
    Delimiter delimiter = AavsoDelimiter.of(head);
    List<UploadColumn> columns = kind.columns(head, delimiter.sign());
    AavsoParameters parameters = AavsoParameters.of(in);
    return PlainText.delimited(
        in, head, delimiter, table -> table(kind, table, columns, parameters));
  }

  private static RawTable table(
      Kind kind, RawTable table, List<UploadColumn> columns, AavsoParameters all) {
    AavsoParameters parameters = all.from(table.rows());
    ColumnFacts own =
        new FactWords().fact(ColumnFacts.OBSERVER, parameters.head().observer()).facts();
    return new RawTable(
        kind.format,
        table.isHeaderless() ? columns : table.columns(),
        false,
        own.and(table.facts()),
        kind.manual.time(parameters.head().frame()),
        parameters.over(table.rows()));
  }

  /**
   * The parameters of a report that may change on the way: {@code #OBSCODE=} and {@code #DATE=}
   * hold for all data below them, until the next (AAVSO Extended File Format 1.2, "Parameters").
   * Read otherwise, an HJD would count as a JD, up to 8.3 minutes off.
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
      private InForce with(String name, String value, String file) {
        return name.equalsIgnoreCase("DATE")
            ? new InForce(AavsoDates.frame(value, file), observer)
            : new InForce(frame, value);
      }
    }

    static AavsoParameters of(TextUpload in) {
      InForce now = new InForce(AavsoDates.frame("JD", in.name()), "");
      InForce head = null;
      NavigableMap<Integer, InForce> changes = new TreeMap<>();
      TextLines lines = new TextLines(in.text());
      while (lines.next()) {
        if (TextCursor.isComment(lines)) {
          Matcher matcher = PARAMETER.matcher(lines.text().strip());
          if (matcher.matches()) {
            String value = EMPTY_CELLS.matcher(matcher.group(2).strip()).replaceFirst("");
            now = now.with(matcher.group(1), value, in.name());
            changes.put(lines.number(), now);
          }
        } else if (head == null && !lines.isBlank()) {
          head = now;
        }
      }
      return new AavsoParameters(head == null ? now : head, changes);
    }

    /** What holds for the rows of a section, the first of which may be far down. */
    AavsoParameters from(Rows rows) {
      RowCursor first = rows.open();
      InForce here = first.next() ? above(first.sourceRow()) : head;
      DateNotation dates =
          changes.values().stream()
              .map(now -> now.frame().dates())
              .filter(said -> said.order() != DateOrder.UNSTATED)
              .findFirst()
              .orElse(here.frame().dates());
      return new AavsoParameters(new InForce(here.frame().dates(dates), here.observer()), changes);
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
