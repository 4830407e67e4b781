package org.novacat.transforms.photometry.read.sidecar;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.DataOrigin;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.photometry.Upload;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.transforms.photometry.read.column.CalendarDates;
import org.novacat.transforms.photometry.read.column.DateNotation;
import org.novacat.transforms.photometry.read.column.DateOrder;
import org.novacat.transforms.photometry.read.column.ElapsedTime;
import org.novacat.transforms.photometry.read.column.FlagMeaning;
import org.novacat.transforms.photometry.read.column.FluxUnits;
import org.novacat.transforms.photometry.read.column.MagnitudeSystems;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.TimeOfDay;
import org.novacat.transforms.photometry.read.column.TimeZones;
import org.novacat.transforms.text.JsonText;
import org.novacat.transforms.text.Numbers;

/** Sidecars as JSON. */
public final class SidecarJson {
  /** How values begin that a draft leaves to a person. */
  public static final String TO_FILL_IN = "FILL IN";

  /** Characters of a value. */
  private static final int LONGEST = 1000;

  private static final List<String> ORIGINS =
      Arrays.stream(DataOrigin.values()).map(DataOrigin::code).toList();

  private final Map<String, @Nullable Object> members;

  private SidecarJson(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  /**
   * The sidecar that a text is. Names that it does not know stop it, because a misspelt name would
   * otherwise do nothing without a word.
   *
   * @throws SidecarException when the text is no JSON, or a name or value is wrong
   */
  public static Sidecar parse(String json) {
    return members(json).sidecar();
  }

  /**
   * Plain facts of the sidecar that a text is, whatever else is wrong in it.
   *
   * @param keys of those that are read; one that is not said is not in the answer
   * @throws SidecarException when the text is no JSON object, or one of these is wrong
   */
  public static Map<SidecarKey, String> texts(String json, Collection<SidecarKey> keys) {
    return members(json).texts(keys);
  }

  private static SidecarJson members(String json) {
    if (!(value(json) instanceof Map<?, ?> object)) {
      throw new SidecarException(
          SidecarException.UNNAMED + " it is no JSON object", "begin with '{'");
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    object.forEach((name, value) -> members.put(String.valueOf(name), value));
    return new SidecarJson(members);
  }

  private static @Nullable Object value(String json) {
    try {
      return JsonText.parse(json);
    } catch (IllegalArgumentException e) {
      throw new SidecarException(
          SidecarException.UNNAMED + " " + e.getMessage(), "write {\"name\": \"value\"}");
    }
  }

  private Sidecar sidecar() {
    Sidecar read =
        new Sidecar(
            texts(List.of(SidecarKey.values())),
            map("columns", SidecarJson::role),
            map("bands", name -> name),
            map("limit-values", SidecarJson::meaning),
            constant(EpochSystem.class, "time-system"),
            constant(TimeScale.class, "time-scale"),
            constant(TimeReference.class, "time-reference"),
            number("time-offset"),
            t0(),
            new Sidecar.Written(timeUnit(), dates(), timeOfDay()),
            number("zero-point"),
            number("zero-point-jy"));
    checkNoMore();
    return read;
  }

  private void checkNoMore() {
    if (!members.isEmpty()) {
      String name = members.keySet().iterator().next();
      throw wrong(name, "is not one of its names", "see docs/formats/photometry-uploads.md");
    }
  }

  private Map<SidecarKey, String> texts(Collection<SidecarKey> keys) {
    Map<SidecarKey, String> texts = new EnumMap<>(SidecarKey.class);
    for (SidecarKey key : keys) {
      String text = text(key.key());
      if (!text.isEmpty()) {
        texts.put(key, checked(key, text));
      }
    }
    return texts;
  }

  private static String checked(SidecarKey key, String text) {
    String instead = instead(key, text);
    if (!instead.isEmpty()) {
      throw wrong(key.key(), "is '%s'".formatted(text), instead);
    }
    return text;
  }

  /** What to write instead of a value; "" when it may stay. */
  private static String instead(SidecarKey key, String value) {
    return switch (key) {
      case RIGHTS -> SidecarRights.problem(value);
      case ORIGIN -> ORIGINS.contains(value) ? "" : "write one of " + String.join(", ", ORIGINS);
      case MAGNITUDE_SYSTEM ->
          MagnitudeSystems.of(value) == null ? "write one of Vega, AB, ST, INSTRUMENTAL" : "";
      case UNIT ->
          FluxUnits.canonical(value).equals(FluxUnits.UNKNOWN)
              ? "write a unit such as mJy, erg/cm2/s or ct/s"
              : "";
      case DONOR ->
          value.length() > Upload.LONGEST_ATTRIBUTION
              ? "write at most %s characters".formatted(Upload.LONGEST_ATTRIBUTION)
              : "";
      case NOVA,
          BAND,
          BIBCODE,
          DOI,
          DATA_URL,
          CATALOG,
          TABLE,
          TELESCOPE,
          INSTRUMENT,
          OBSERVER,
          LICENCE,
          ACKNOWLEDGEMENT,
          COMMENT ->
          "";
    };
  }

  private String text(String name) {
    Object value = members.remove(name);
    if (value instanceof Map || value instanceof List) {
      throw wrong(name, "is no text", "write one value");
    }
    String text = value == null ? "" : value.toString().strip();
    if (text.startsWith(TO_FILL_IN)) {
      throw wrong(name, "is still to be filled in", "write a value, or leave the name out");
    }
    if (text.length() > LONGEST) {
      throw wrong(name, "is too long", "write at most %s characters".formatted(LONGEST));
    }
    return text;
  }

  private @Nullable Double number(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      return null;
    }
    double value = Numbers.parse(text);
    if (Double.isNaN(value)) {
      throw wrong(name, "is '%s'".formatted(text), "write a number");
    }
    return value;
  }

  /** As a Julian Date, a Modified one, or a date. */
  private @Nullable Double t0() {
    String text = text("t0");
    if (text.isEmpty()) {
      return null;
    }
    double number = Numbers.parse(text);
    double mjd = number > 2_300_000 ? number + TimeFrame.JD_ZERO : number;
    double read = Double.isNaN(number) ? CalendarDates.mjd(text) : mjd;
    if (Double.isNaN(read)) {
      throw wrong("t0", "is '%s'".formatted(text), "write a JD, an MJD or 2013-12-02T00:00:00");
    }
    return read;
  }

  private @Nullable Double timeUnit() {
    String text = text("time-unit");
    double unit = text.isEmpty() ? 1 : ElapsedTime.unit(text);
    if (Double.isNaN(unit)) {
      throw wrong("time-unit", "is '%s'".formatted(text), "write d, h, min or s");
    }
    return text.isEmpty() ? null : (Double) unit;
  }

  private DateNotation dates() {
    DateOrder order = constant(DateOrder.class, "date-order");
    String text = text("time-zone");
    TimeZones.Zone zone = text.isEmpty() ? null : TimeZones.of(text);
    if (!text.isEmpty() && (zone == null || zone.east() == null)) {
      throw wrong("time-zone", "is '%s'".formatted(text), "write hours from UT such as +09:00");
    }
    return new DateNotation(
        order == null ? DateOrder.UNSTATED : order, zone == null ? null : zone.east());
  }

  private @Nullable TimeOfDay timeOfDay() {
    return constant(TimeOfDay.class, "time-of-day");
  }

  private <T> Map<String, T> map(String name, Function<String, T> read) {
    Object value = members.remove(name);
    if (value instanceof String text && text.startsWith(TO_FILL_IN)) {
      throw wrong(name, "is still to be filled in", "write a value, or leave the name out");
    }
    Map<String, T> out = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> entries) {
      entries.forEach(
          (key, entry) -> out.put(String.valueOf(key), read.apply(String.valueOf(entry))));
    } else if (value != null) {
      throw wrong(name, "is no JSON object", "write {\"name\": \"value\"}");
    }
    return out;
  }

  private static Role role(String text) {
    String remedy = "write epoch, value, error, band, …";
    return Role.named(text)
        .orElseThrow(() -> wrong("columns", "names the role '%s'".formatted(text), remedy));
  }

  private static FlagMeaning meaning(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "limit" -> FlagMeaning.LIMIT;
      case "detection" -> FlagMeaning.DETECTION;
      default ->
          throw wrong("limit-values", "says '%s'".formatted(text), "write limit or detection");
    };
  }

  private <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
    String text = text(name);
    if (text.isEmpty()) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text.toUpperCase(Locale.ROOT))) {
        return constant;
      }
    }
    throw wrong(
        name,
        "is '%s'".formatted(text),
        "write one of " + Arrays.toString(type.getEnumConstants()));
  }

  private static SidecarException wrong(String name, String what, String remedy) {
    return new SidecarException(
        name, "%s '%s' %s".formatted(SidecarException.UNNAMED, name, what), remedy);
  }
}
