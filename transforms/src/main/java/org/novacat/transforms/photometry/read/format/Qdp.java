package org.novacat.transforms.photometry.read.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.FluxUnits;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.TimeFrames;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.LineTally;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.photometry.read.table.Rows;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.text.Cells;
import org.novacat.transforms.text.Numbers;
import org.novacat.transforms.text.TextLines;

/**
 * Light curves for QDP (The QDP/PLT User's Guide, Tennant 1991): {@code READ SERR 1 2} says that
 * columns 1 and 2 are followed by an error, {@code READ TERR 2} by one above and one below. The
 * first column is what a comment or a label says; without one, days since a moment that only people
 * know.
 *
 * <p>Light curves of Swift's X-ray telescope come so, and without a word on their units: values far
 * below what it could count are fluxes.
 */
final class Qdp {
  private static final Pattern READ =
      Pattern.compile("(?im)^\\s*READ[ \\t]+([ST]ERR)[ \\t]+(\\d{1,3}(?:[ \\t]+\\d{1,3})*)\\s*$");

  /** Of one of them there is a READ command; most texts have none, and are not searched. */
  private static final List<String> ERRORS =
      List.of("SERR", "TERR", "serr", "terr", "Serr", "Terr");

  private static final Pattern LABEL = Pattern.compile("(?im)^\\s*LAB(?:EL)?\\s+Y\\s+(.*?)\\s*$");

  /** A comment above the rows of a block that are limits. */
  private static final Pattern BLOCK_OF_LIMITS =
      Pattern.compile("(?i)upper[ -]*lim|\\bULs?\\b|non-?detect|3[ -]*sigma lim");

  /** What stands in the place of a column that says so. */
  private static final String LIMITS = "upper limits";

  /** What comments and labels call numbers that are no fluxes. */
  private static final Pattern OTHER =
      Pattern.compile(
          "(?im)^\\s*(?:!|LAB).*?\\b(hardness(?:[ -]ratios?)?|photon[ -]ind(?:ex|ices)|luminosit(?:y|ies))\\b");

  /** A comment or a label that begins with the name of a count or of a time. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?im)^\\s*(?:!+|LAB(?:EL)?[ \\t]+X)[ \\t]*"
              + "((?:[HB]?M?JD|time|t|met|days?|seconds?|secs?|hours?)\\b.*?)\\s*$");

  /** {@code T0 = MJD 59291.4236}. */
  private static final Pattern ZERO =
      Pattern.compile(
          "(?i)\\b(?:T_?0|trigger(?: time)?|time zero)\\W{0,6}(?:is )?(MJD|JD)\\W{0,4}"
              + "(\\d{5}(?:\\d\\d)?(?:\\.\\d+)?)(?!\\d)");

  /** XRT's background alone is above 1e-5 counts/s (Evans et al. 2007, A&A 469, 379). */
  private static final double FAINTEST_RATE = 1e-6;

  /** So many rows tell how many cells the others have. */
  private static final int FIRST_ROWS = 50;

  private Qdp() {}

  /** Null when no READ command is there. */
  static @Nullable RawTable open(TextUpload in) {
    Matcher read = READ.matcher(in.head());
    if (ERRORS.stream().noneMatch(in.head()::contains) || !read.find()) {
      return null;
    }
    Map<Integer, String> errors = new HashMap<>();
    do {
      for (String column : read.group(2).strip().split("\\s+")) {
        errors.put(Integer.valueOf(column), read.group(1).toUpperCase(Locale.ROOT));
      }
    } while (read.find());
    List<UploadColumn> columns =
        new ArrayList<>(columns(value(in.head()), errors, cells(() -> new QdpCursor(in, 0))));
    boolean limits = new QdpCursor(in, 0).hasLimits();
    if (limits) {
      columns.add(UploadColumn.named(LIMITS));
    }
    int flag = limits ? columns.size() - 1 : 0;
    Rows rows = () -> new QdpCursor(in, flag);
    int flux = columns.indexOf(UploadColumn.named("flux"));
    String unit = unit(in, rows, flux);
    Conventions said =
        Conventions.NONE
            .roles(
                "time=epoch timeerr=epoch-half-width flux=flux fluxerr=error fluxabove=error-high"
                    + " fluxbelow=error-low upperlimits=limit-flag")
            .time(frame(in.head()))
            .flux(unit, "0.3-10 keV");
    return new RawTable("qdp", columns, false, TextHead.of(in).facts().facts(), said, rows);
  }

  private static TimeFrame frame(String head) {
    TimeFrame frame = named(head);
    Matcher zero = ZERO.matcher(head);
    if (!frame.lacksZero() || !zero.find()) {
      return frame;
    }
    double number = Double.parseDouble(zero.group(2));
    boolean modified = zero.group(1).equalsIgnoreCase("MJD");
    return frame.from(
        modified ? number : number + TimeFrame.JD_ZERO, frame.reason() + " from " + zero.group());
  }

  private static TimeFrame named(String head) {
    for (Matcher text = TIME.matcher(head); text.find(); ) {
      TimeFrame said = TimeFrames.named(text.group(1));
      if (said != null) {
        return said;
      }
    }
    return TimeFrame.daysSince("QDP files count days since a moment that they do not name");
  }

  /** How many cells most of the first rows have. */
  private static int cells(Rows rows) {
    RowCursor row = rows.open();
    Map<Integer, Integer> counts = new TreeMap<>();
    for (int i = 0; i < FIRST_ROWS && row.next(); i++) {
      counts.merge(row.size(), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  /** What the second column holds. */
  private static String value(String head) {
    Matcher other = OTHER.matcher(head);
    return other.find() ? other.group(1) : "flux";
  }

  private static List<UploadColumn> columns(String value, Map<Integer, String> errors, int cells) {
    List<String> names = new ArrayList<>();
    for (int n = 1; names.size() < cells; n++) {
      String name = n == 1 ? "time" : n == 2 ? value : "column" + n;
      names.add(name);
      String error = errors.getOrDefault(n, "");
      if (error.equals("SERR")) {
        names.add(name + "_err");
      } else if (error.equals("TERR")) {
        names.addAll(Arrays.asList(name + "_above", name + "_below"));
      }
    }
    return names.stream().map(UploadColumn::named).toList();
  }

  private static String unit(TextUpload in, Rows rows, int flux) {
    Matcher label = LABEL.matcher(in.head());
    if (label.find()) {
      Matcher brackets = Pattern.compile("\\(([^()]*)\\)").matcher(label.group(1));
      return brackets.find() ? brackets.group(1) : FluxUnits.UNKNOWN;
    }
    double most = 0;
    RowCursor row = rows.open();
    while (flux >= 0 && row.next()) {
      double value = Numbers.parse(row.cell(flux));
      most = value > most ? value : most;
    }
    return most < FAINTEST_RATE ? "erg/cm2/s" : "ct/s";
  }

  /** Walks the rows between commands, comments and the NO lines that part them. */
  private static final class QdpCursor implements RowCursor {
    private final TextLines lines;
    private final Cells cells = new Cells(Cells.BLANKS);
    private final int flag;
    private final FactWords said = new FactWords();
    private LineTally passed = LineTally.NONE;
    private String raw = "";
    private boolean inRows;
    private boolean limits;

    /**
     * @param flag column that says whether the row is in a block of limits; 0 for none
     */
    QdpCursor(TextUpload in, int flag) {
      this.lines = new TextLines(in.text());
      this.flag = flag;
    }

    boolean hasLimits() {
      while (next()) {
        if (limits) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean next() {
      while (lines.next()) {
        int first = lines.first();
        if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
          raw = lines.text();
          cells.cut(raw);
          inRows = true;
          return true;
        }
        block(first);
        passed = lines.isBlank() ? passed.andBlank() : passed.andComment();
      }
      return false;
    }

    /** The comments above a block say what it holds, those above the next one say it anew. */
    private void block(int first) {
      if (first == '!') {
        said.pairs(lines.text(), false);
        boolean ofLimits = BLOCK_OF_LIMITS.matcher(lines.text()).find();
        limits = ofLimits || (limits && !inRows);
        inRows = false;
      }
    }

    @Override
    public LineTally passed() {
      return passed;
    }

    @Override
    public String unread() {
      return said.facts().get(ColumnFacts.UNREAD);
    }

    @Override
    public int sourceRow() {
      return lines.number();
    }

    @Override
    public int size() {
      return flag > 0 && cells.size() == flag ? flag + 1 : cells.size();
    }

    @Override
    public String cell(int index) {
      if (flag > 0 && index == flag) {
        return limits ? "1" : "0";
      }
      String cell = cells.cell(index);
      return cell.equals("NO") ? "" : cell;
    }

    @Override
    public String raw() {
      return raw;
    }
  }
}
