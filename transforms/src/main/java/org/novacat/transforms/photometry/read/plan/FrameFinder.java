package org.novacat.transforms.photometry.read.plan;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.transforms.photometry.read.column.CalendarDates;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.DateNotation;
import org.novacat.transforms.photometry.read.column.DateOrder;
import org.novacat.transforms.photometry.read.column.ElapsedTime;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.SourceScale;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.TimeFrames;
import org.novacat.transforms.photometry.read.column.TimeZones;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.Sample;
import org.novacat.transforms.text.Numbers;

/** Finds out how the times of a table count: by a sidecar, the manual of the format, the file. */
final class FrameFinder {
  /** {@code ZTF photometry of V606 Vul (MJD)}. */
  private static final Pattern SYSTEM_IN_TEXT =
      Pattern.compile("\\b(B?MJD|[HB]JD|B[TK]JD|JD)(?:\\s*[-–−]\\s*24\\d{5}(?:\\.5)?)?\\b");

  /** {@code dd/mm/yyyy}. */
  private static final Pattern DAY_FIRST =
      Pattern.compile("(?i)(?<![a-z])d{1,2}[-/. ]?m{1,2}(?![a-z]*m)");

  private static final Pattern MONTH_FIRST =
      Pattern.compile("(?i)(?<![a-z])m{1,2}[-/. ]?d{1,2}(?![a-z]*d)");

  private final RawTable table;
  private final Sidecar sidecar;
  private final Roles roles;
  private final Sample sample;
  private final List<String> notes;

  /**
   * @param notes takes what a sidecar says against the file
   */
  FrameFinder(RawTable table, Sidecar sidecar, Roles roles, Sample sample, List<String> notes) {
    this.table = table;
    this.sidecar = sidecar;
    this.roles = roles;
    this.sample = sample;
    this.notes = notes;
  }

  TimeFrame frame() {
    TimeFrame file = fileFrame();
    TimeFrame frame = zeroed(counted(file));
    frame = TimeFrames.scaled(frame, scale(), Confidence.STATED);
    TimeReference place = sidecar.timeReference();
    frame = place == null ? frame : frame.reference(place);
    return frame.dates(dates(frame.dates()));
  }

  private @Nullable SourceScale scale() {
    return sidecar.timeScale() == null ? null : SourceScale.of(sidecar.timeScale());
  }

  /** By the sidecar's name of the count, which cannot make days of seconds. */
  private TimeFrame counted(TimeFrame file) {
    EpochSystem system = sidecar.timeSystem();
    if (system == null) {
      return file;
    }
    if (file.isStated() && file.system() != system) {
      notes.add(
          "The sidecar says %s where the file says %s: %s"
              .formatted(system, file.system(), file.reason()));
    }
    if (file.unit() != 1 && system != EpochSystem.DAYS_SINCE) {
      notes.add("Its numbers are no days, and stay what the file says: " + file.reason());
      return file;
    }
    TimeFrame frame = TimeFrames.of(system, "the sidecar says " + system).dates(file.dates());
    return system == EpochSystem.DAYS_SINCE ? frame.unit(file.unit()) : frame;
  }

  /** By the sidecar's zero and unit. */
  private TimeFrame zeroed(TimeFrame known) {
    TimeFrame frame = inUnit(known);
    Double t0 = sidecar.t0Mjd();
    if (t0 != null && (frame.lacksZero() || !frame.isStated())) {
      return since(t0, frame);
    }
    if (t0 != null) {
      notes.add("The sidecar's t0 is not used, as no time counts from it: " + frame.reason());
    }
    if (sidecar.timeOffset() != null && frame.isStated() && !isCalendar(frame)) {
      double zero = TimeFrames.of(frame.system(), "").zero() + sidecar.timeOffset();
      return frame.from(zero, frame.reason() + " with its offset");
    }
    return vouched(frame);
  }

  private TimeFrame inUnit(TimeFrame frame) {
    Double unit = sidecar.written().unit();
    if (unit == null || isCalendar(frame)) {
      return frame;
    }
    return unit != 1 && !frame.isElapsed()
        ? TimeFrame.daysSince("the sidecar gives their unit").unit(unit)
        : frame.unit(unit);
  }

  private static TimeFrame since(double t0, TimeFrame frame) {
    String reason = "%s since the sidecar's t0".formatted(ElapsedTime.called(frame.unit()));
    return ElapsedTime.since(t0, frame.unit(), reason)
        .source(frame.source(), frame.confidence())
        .reference(frame.reference());
  }

  /** An MJD that somebody vouches for may be of any year. */
  private TimeFrame vouched(TimeFrame frame) {
    EpochSystem system = sidecar.timeSystem();
    boolean vouched = system != null && system.name().startsWith("MJD") && frame.unit() == 1;
    return vouched ? frame.from(0, frame.reason()) : frame;
  }

  private static boolean isCalendar(TimeFrame frame) {
    return frame.system() == EpochSystem.CALDATE || frame.system() == EpochSystem.ISOT;
  }

  /** By the sidecar, else by the headers and the comments. */
  private DateNotation dates(DateNotation manual) {
    DateNotation said = sidecar.written().dates();
    DateOrder order = said.order() == DateOrder.UNSTATED ? manual.order() : said.order();
    if (said.east() != null) {
      return new DateNotation(order, said.east());
    }
    ZoneFinder found = ZoneFinder.of(roles, table.facts());
    TimeZones.Zone zone = found.zone();
    boolean known = zone != null && found.doubt().isEmpty() && !zone.isUt();
    return new DateNotation(order, known && zone != null ? zone.east() : manual.east());
  }

  private TimeFrame fileFrame() {
    TimeFrame manual = table.conventions().frame();
    if (manual != null) {
      return manual;
    }
    int column = column();
    if (column < 0) {
      return TimeFrame.UNSTATED;
    }
    UploadColumn header = roles.column(column);
    TimeFrame frame = isDated(column) ? calendar(column) : counted(column, header);
    return placed(header, TimeFrames.scaled(frame, scale(header), Confidence.STATED));
  }

  /** By what is said of the column, by its header, by what is said of all times. */
  private @Nullable SourceScale scale(UploadColumn header) {
    ColumnFacts facts = table.facts();
    SourceScale own =
        TimeFrames.statedScale(
            facts.get(ColumnFacts.ofColumn(header.name(), ColumnFacts.TIME_SCALE)));
    String said = facts.get(ColumnFacts.TIME_SCALE);
    SourceScale named = SourceScale.named(said);
    SourceScale all = named == null ? TimeFrames.statedScale(said) : named;
    SourceScale label = own == null ? TimeFrames.statedScale(header.label()) : own;
    return label == null ? all : label;
  }

  private int column() {
    for (Role role : List.of(Role.EPOCH, Role.EPOCH_YEAR, Role.EPOCH_START)) {
      if (roles.has(role)) {
        return roles.index(role);
      }
    }
    return -1;
  }

  private boolean isDated(int column) {
    return roles.index(Role.EPOCH_YEAR) == column || sample.isAll(column, CalendarDates::isDate);
  }

  /** Dates count in UT unless their header says another scale. */
  private TimeFrame calendar(int column) {
    UploadColumn header = roles.column(column);
    TimeFrame named = labelled(column);
    TimeFrame frame =
        named.isStated() && !named.lacksZero()
            ? named
            : TimeFrames.of(EpochSystem.CALDATE, "dates count in UTC").reference(named.reference());
    SourceScale scale = TimeFrames.statedScale(header.label());
    return TimeFrames.scaled(frame, scale, Confidence.STATED)
        .dates(DateNotation.UNSTATED.order(order(header.label())));
  }

  private static DateOrder order(String label) {
    boolean day = DAY_FIRST.matcher(label).find();
    boolean month = MONTH_FIRST.matcher(label).find();
    return day == month ? DateOrder.UNSTATED : day ? DateOrder.DMY : DateOrder.MDY;
  }

  /** By its header, and by the moment that the file counts from. */
  private TimeFrame counted(int column, UploadColumn header) {
    ColumnFacts facts = table.facts();
    String system = facts.of(header.name(), ColumnFacts.TIME_SYSTEM).toUpperCase(Locale.ROOT);
    for (EpochSystem known : EpochSystem.values()) {
      if (known.name().equals(system)) {
        return TimeFrames.of(known, "the header of the file says " + known);
      }
    }
    TimeFrame frame = labelled(column);
    String zero = facts.of(header.name(), ColumnFacts.TIME_ZERO);
    double jd = Numbers.parse(zero);
    return Double.isNaN(jd) || isWhole(column, frame)
        ? frame
        : from(jd, "counted from JD " + zero, header, frame);
  }

  private TimeFrame from(double jd, String from, UploadColumn header, TimeFrame frame) {
    double unit = unit(header, frame);
    if (unit != 1) {
      return ElapsedTime.since(
          jd + TimeFrame.JD_ZERO, unit, "%s, in %s".formatted(from, ElapsedTime.called(unit)));
    }
    if (frame.isStated() && !frame.isElapsed()) {
      return frame.from(jd + TimeFrame.JD_ZERO, from);
    }
    EpochSystem count = jd == 2_400_000.5 ? EpochSystem.MJD : EpochSystem.JD;
    return TimeFrames.of(count, from).from(jd + TimeFrame.JD_ZERO, from);
  }

  private double unit(UploadColumn header, TimeFrame frame) {
    double unit = ElapsedTime.unit(header.unit());
    if (Double.isNaN(unit) && frame.unit() == 1) {
      unit = ElapsedTime.unit(table.facts().of(header.name(), ColumnFacts.TIME_UNIT));
    }
    return Double.isNaN(unit) ? frame.unit() : unit;
  }

  /** Whether numbers are whole dates of the count they are called after, and from nowhere else. */
  private boolean isWhole(int column, TimeFrame frame) {
    boolean modified = frame.zero() == 0;
    boolean julian = frame.zero() == TimeFrame.JD_ZERO;
    return (modified || julian)
        && sample.isAll(
            column,
            cell -> {
              double number = Numbers.parse(cell);
              return julian ? number > 2_300_000 : number >= 10_000 && number < 100_000;
            });
  }

  private TimeFrame placed(UploadColumn header, TimeFrame frame) {
    String place =
        table.facts().of(header.name(), ColumnFacts.TIME_REFERENCE).toUpperCase(Locale.ROOT);
    // Eight letters of the names of the FITS Standard 4.0, table 31, and of OGIP/93-003.
    return place.startsWith("BARYCENT") || place.startsWith("SOL") || place.equals("BARY")
        ? frame.reference(TimeReference.BARY)
        : place.startsWith("HELIO")
            ? frame.reference(TimeReference.HELIO)
            : place.startsWith("GEO") || place.startsWith("TOPOCENT")
                ? frame.reference(TimeReference.GEO)
                : frame;
  }

  /** By header, unit, description, and last by a word in the title. */
  private TimeFrame labelled(int index) {
    UploadColumn column = roles.column(index);
    TimeFrame frame = null;
    for (String label : List.of(column.label(), column.unit(), column.description())) {
      TimeFrame named = label.isEmpty() ? null : TimeFrames.named(label);
      frame = frame == null ? named : completed(index, frame, named);
    }
    Matcher said = SYSTEM_IN_TEXT.matcher(table.facts().get(ColumnFacts.TEXT));
    if (frame == null) {
      return inTitle(said, column);
    }
    while (said.find()) {
      frame = completed(index, frame, TimeFrames.named(said.group()));
    }
    return TimeFrames.scaled(frame, TimeFrames.statedScale(column.label()), Confidence.STATED);
  }

  private static TimeFrame inTitle(Matcher said, UploadColumn column) {
    TimeFrame told = said.find() ? TimeFrames.named(said.group()) : null;
    SourceScale scale = TimeFrames.statedScale(column.unit());
    return told == null
        ? scale == null ? TimeFrame.UNSTATED : TimeFrame.UNSTATED.source(scale, Confidence.STATED)
        : told.because("the description of the file says " + said.group());
  }

  /** A name without an offset, with what a text says that is taken off the numbers so named. */
  private TimeFrame completed(int column, TimeFrame frame, @Nullable TimeFrame said) {
    boolean same =
        said != null && said.offset() && !frame.offset() && said.system() == frame.system();
    return said == null || !same || isWhole(column, frame)
        ? frame
        : frame.from(said.zero(), said.reason());
  }
}
