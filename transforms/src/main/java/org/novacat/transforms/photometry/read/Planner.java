package org.novacat.transforms.photometry.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.Origin;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.transforms.photometry.text.Numbers;

/** Puts together what file, format and sidecar say, before the first row is read. */
final class Planner {
  private static final Pattern RANGE =
      Pattern.compile("([\\d.]+)\\s*(?:-|–|to)\\s*([\\d.]+)\\s*(keV|MeV|GeV|TeV)");

  private static final Pattern SPECTRAL_UNIT = Pattern.compile("GHz|MHz|keV|MeV|GeV|TeV");

  /** {@code ZTF photometry of V606 Vul (MJD)}. */
  private static final Pattern SYSTEM_IN_TEXT = Pattern.compile("\\b(B?MJD|[HB]JD|B[TK]JD|JD)\\b");

  private final String name;
  private final RawTable table;
  private final Sidecar sidecar;
  private final Sample sample;
  private final Roles roles;
  private final List<String> notes = new ArrayList<>();

  Planner(String name, RawTable table, Sidecar sidecar, ReadSettings settings) {
    this.name = name;
    this.table = table;
    this.sidecar = sidecar;
    this.sample = Sample.of(table);
    this.roles = new RoleFinder(table, sidecar, settings, sample).find();
  }

  /**
   * What was understood, and how rows are read or why they are not.
   *
   * @param understanding what was understood
   * @param rows how rows are read
   * @param refusal why they are not; null when they are
   */
  record Plan(Understanding understanding, RowPlan rows, @Nullable FileRefusal refusal) {}

  Plan plan(String encoding) {
    TimeFrame frame = frame();
    Stated object = object();
    Stated band = band();
    List<ValuePlan> values = values();
    boolean banded =
        !band.text.isEmpty()
            || roles.has(Role.BAND)
            || roles.has(Role.BAND_VALUE)
            || roles.has(Role.ENERGY_ABOVE);
    FileRefusal refusal = FileRefusals.of(name, roles, frame, banded);
    if (refusal == null || refusal.code() == FileRefusalCode.TIME_REFERENCE_MISSING) {
      refusal = uncalibrated(values) ? FileRefusals.uncalibrated(name, "it") : refusal;
    }
    Wishes wishes = new Wishes(roles, frame, object.text, banded, values, sample);
    Understanding understanding =
        new Understanding(
            table.format(),
            encoding,
            roles.uses(),
            frame,
            table.facts().values(),
            object.text,
            object.reason,
            band.text,
            band.reason,
            wishes.list(),
            notes);
    return new Plan(understanding, rows(frame, object.text, band.text, values), refusal);
  }

  /** A text and where it is from. */
  private record Stated(String text, String reason) {}

  private RowPlan rows(TimeFrame frame, String object, String band, List<ValuePlan> values) {
    boolean beside = roles.has(Role.VALUE) && roles.has(Role.FLUX);
    int flux = beside ? roles.index(Role.FLUX) : -1;
    int bands = roles.index(Role.BAND);
    String bandUnit = bands < 0 ? "" : roles.column(bands).unit();
    double sigma = table.conventions().limitSigma();
    return new RowPlan(
        roles.size(),
        table.aligned(),
        roles,
        frame,
        sample.hasDecimalCommas(numeric(values)),
        values,
        roles.has(Role.BAND_VALUE),
        flux,
        beside ? roles.errorOf(flux) : -1,
        table.conventions().detection(),
        sigma > 0 ? sigma : null,
        object,
        band,
        SPECTRAL_UNIT.matcher(bandUnit).matches() ? bandUnit : "",
        magSystem(),
        origin(),
        sidecar);
  }

  private List<Integer> numeric(List<ValuePlan> values) {
    List<Integer> columns = new ArrayList<>();
    for (ValuePlan value : values) {
      columns.add(value.column());
      if (value.error() >= 0) {
        columns.add(value.error());
      }
    }
    if (roles.has(Role.EPOCH)) {
      columns.add(roles.index(Role.EPOCH));
    }
    return columns;
  }

  private List<ValuePlan> values() {
    List<ValuePlan> plans = new ArrayList<>();
    List<Integer> columns = new ArrayList<>(roles.all(Role.VALUE));
    if (columns.isEmpty()) {
      columns.addAll(roles.all(Role.FLUX));
    }
    columns.addAll(roles.all(Role.BAND_VALUE));
    for (int column : columns) {
      plans.add(value(column));
    }
    return plans;
  }

  private ValuePlan value(int column) {
    String stated = roles.column(column).unit();
    String asserted = sidecar.text(SidecarKey.UNIT);
    boolean flux =
        roles.all(Role.FLUX).contains(column)
            || (roles.all(Role.BAND_VALUE).contains(column)
                && !FluxUnits.canonical(stated).isEmpty());
    String unit = flux ? fluxUnit(column, stated, asserted) : "mag";
    double factor = 1;
    Double zero = sidecar.zeroPoint();
    if (flux && zero != null && unit.equals(FluxUnits.INSTRUMENTAL)) {
      // A flux f has the magnitude zp - 2.5 lg f, and magnitude 0 is so many Jy (Oke & Gunn 1983).
      double jansky = sidecar.zeroPointJy() == null ? 3631 : sidecar.zeroPointJy();
      factor = jansky * Math.pow(10, -0.4 * zero);
      unit = "Jy";
    }
    boolean bounds = roles.has(Role.BOUND_LOW) && roles.has(Role.BOUND_HIGH);
    return new ValuePlan(
        column,
        !flux
            ? Quantity.MAGNITUDE
            : unit.equals("ct/s") ? Quantity.COUNT_RATE : Quantity.FLUX_DENSITY,
        unit,
        factor,
        roles.errorOf(column),
        roles.index(bounds ? Role.BOUND_LOW : Role.ERROR_LOW),
        roles.index(bounds ? Role.BOUND_HIGH : Role.ERROR_HIGH),
        bounds,
        roles.bandOf(column));
  }

  private String fluxUnit(int column, String stated, String asserted) {
    String plain = roles.column(column).plain();
    String named =
        plain.endsWith("ujy")
            ? "uJy"
            : plain.endsWith("mjy") ? "mJy" : plain.endsWith("jy") ? "Jy" : "";
    for (String text : List.of(asserted, table.conventions().fluxUnit(), stated, named)) {
      if (!text.isEmpty()) {
        String unit = FluxUnits.canonical(text);
        return unit.isEmpty() && text.equals(stated) && !named.isEmpty() ? named : unit;
      }
    }
    return plain.contains("countrate") ? "ct/s" : FluxUnits.UNKNOWN;
  }

  private static boolean uncalibrated(List<ValuePlan> values) {
    return values.stream().anyMatch(v -> v.unit().equals(FluxUnits.INSTRUMENTAL));
  }

  private TimeFrame frame() {
    TimeFrame file = fileFrame();
    EpochSystem system = sidecar.timeSystem();
    TimeFrame frame = system == null ? file : TimeFrames.of(system, "the sidecar says " + system);
    if (system != null && file.isStated() && file.system() != system) {
      notes.add(
          "The sidecar says %s where the file says %s: %s"
              .formatted(system, file.system(), file.reason()));
    }
    if (sidecar.t0Mjd() != null && (frame.lacksZero() || !frame.isStated())) {
      frame =
          TimeFrames.of(EpochSystem.DAYS_SINCE, "")
              .from(sidecar.t0Mjd(), "days since the sidecar's t0");
    } else if (sidecar.timeOffset() != null && frame.isStated()) {
      double zero = TimeFrames.of(frame.system(), "").zero() + sidecar.timeOffset();
      frame = frame.from(zero, frame.reason() + " with its offset");
    } else if (system != null && system.name().startsWith("MJD")) {
      // An MJD that somebody vouches for may be of any year.
      frame = frame.from(0, frame.reason());
    }
    frame = TimeFrames.scaled(frame, sidecar.timeScale());
    TimeReference place = sidecar.timeReference();
    return place == null ? frame : frame.reference(place);
  }

  private TimeFrame fileFrame() {
    TimeFrame manual = table.conventions().frame();
    if (manual != null) {
      return manual;
    }
    int column = roles.has(Role.EPOCH) ? roles.index(Role.EPOCH) : roles.index(Role.EPOCH_START);
    if (column < 0) {
      return TimeFrame.UNSTATED;
    }
    TimeFrame frame = labelled(roles.column(column));
    String zero = table.facts().get(Facts.TIME_ZERO);
    if (!zero.isEmpty() && !Double.isNaN(Numbers.parse(zero))) {
      double jd = Numbers.parse(zero);
      EpochSystem system = jd == 2_400_000.5 ? EpochSystem.MJD : EpochSystem.JD;
      frame =
          TimeFrames.of(system, "counted from JD " + zero)
              .from(jd + TimeFrame.JD_ZERO, "counted from JD " + zero);
    }
    TimeScale scale = TimeFrames.statedScale(table.facts().get(Facts.TIME_SCALE));
    return placed(TimeFrames.scaled(frame, scale));
  }

  private TimeFrame placed(TimeFrame frame) {
    String place = table.facts().get(Facts.TIME_REFERENCE);
    return switch (place) {
      case "BARYCENTER", "SOLARSYSTEM", "BARY" -> frame.reference(TimeReference.BARY);
      case "HELIOCENTER", "HELIO" -> frame.reference(TimeReference.HELIO);
      case "GEOCENTER", "TOPOCENTER", "GEO" -> frame.reference(TimeReference.GEO);
      default -> frame;
    };
  }

  /** By header, unit, description, and last by a word in the title. */
  private TimeFrame labelled(Column column) {
    for (String label : List.of(column.label(), column.unit(), column.description())) {
      TimeFrame frame = label.isEmpty() ? null : TimeFrames.named(label);
      if (frame != null) {
        TimeScale scale = TimeFrames.statedScale(column.label());
        return TimeFrames.scaled(frame, scale);
      }
    }
    Matcher said = SYSTEM_IN_TEXT.matcher(table.facts().get(Facts.TEXT));
    TimeFrame frame = said.find() ? TimeFrames.named(said.group(1)) : null;
    TimeScale scale = TimeFrames.statedScale(column.unit());
    return frame == null
        ? scale == null ? TimeFrame.UNSTATED : TimeFrame.UNSTATED.scale(scale)
        : frame.because("the description of the file says " + said.group(1));
  }

  private Stated object() {
    String asserted = sidecar.text(SidecarKey.NOVA);
    String stated = table.facts().get(Facts.OBJECT);
    if (!asserted.isEmpty()) {
      if (roles.has(Role.OBJECT) || (!stated.isEmpty() && !stated.equals(asserted))) {
        notes.add("The sidecar says '%s' whatever the file says".formatted(asserted));
      }
      return new Stated(asserted, "the sidecar says so");
    }
    if (roles.has(Role.OBJECT)) {
      return new Stated(
          "", "by column '%s'".formatted(roles.column(roles.index(Role.OBJECT)).name()));
    }
    String star = NameOfFile.star(name);
    return !stated.isEmpty()
        ? new Stated(stated, "the header of the file says so")
        : new Stated(star, star.isEmpty() ? "nothing names it" : "the name of the file says so");
  }

  private Stated band() {
    String asserted = sidecar.text(SidecarKey.BAND);
    if (!asserted.isEmpty()) {
      if (roles.has(Role.BAND)) {
        notes.add("The sidecar says band '%s' whatever the file says".formatted(asserted));
      }
      return new Stated(asserted, "the sidecar says so");
    }
    if (roles.has(Role.BAND)) {
      return new Stated(
          "", "by column '%s'".formatted(roles.column(roles.index(Role.BAND)).name()));
    }
    if (roles.has(Role.BAND_VALUE)) {
      return new Stated("", "by the names of the columns");
    }
    String stated = table.facts().get(Facts.BAND);
    if (!stated.isEmpty()) {
      return new Stated(stated, "the header of the file says so");
    }
    String described = described();
    String manual = table.conventions().band();
    return !described.isEmpty()
        ? new Stated(described, "the description of the values says so")
        : new Stated(manual, manual.isEmpty() ? "nothing names it" : "usual for " + table.format());
  }

  /** An energy range in the description of the values, such as {@code X-ray flux (0.3-10 keV)}. */
  private String described() {
    for (int column : roles.all(Role.FLUX)) {
      Matcher range = RANGE.matcher(roles.column(column).description());
      if (range.find()) {
        return "%s-%s %s".formatted(range.group(1), range.group(2), range.group(3));
      }
    }
    return "";
  }

  private @Nullable String magSystem() {
    String said = sidecar.text(SidecarKey.MAGNITUDE_SYSTEM);
    String text = said.isEmpty() ? table.facts().get(Facts.MAG_SYSTEM) : said;
    Map<String, String> systems =
        Map.of("vega", "Vega", "ab", "AB", "st", "ST", "instrumental", "INSTRUMENTAL");
    return systems.get(Column.plain(text));
  }

  private Origin origin() {
    return new Origin(
        stated(SidecarKey.BIBCODE, table.facts().get(Facts.BIBCODE)),
        stated(SidecarKey.DOI, table.facts().get(Facts.DOI)),
        sidecar.text(SidecarKey.DATA_URL),
        stated(SidecarKey.CATALOG, table.facts().get(Facts.CATALOG)),
        sidecar.text(SidecarKey.TABLE),
        stated(SidecarKey.TELESCOPE, other(Facts.TELESCOPE, table.conventions().telescope())),
        stated(SidecarKey.INSTRUMENT, other(Facts.INSTRUMENT, table.conventions().instrument())),
        stated(SidecarKey.OBSERVER, table.facts().get(Facts.OBSERVER)));
  }

  private String other(String fact, String manual) {
    String stated = table.facts().get(fact);
    return stated.isEmpty() ? manual : stated;
  }

  private String stated(SidecarKey key, String file) {
    String asserted = sidecar.text(key);
    return asserted.isEmpty() ? file : asserted;
  }
}
