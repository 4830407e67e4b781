package org.novacat.transforms.photometry.read.format;

import static org.novacat.transforms.photometry.read.format.JsonTables.string;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.upload.Held;

/**
 * JSON of the Open Catalogs: one event or several, by name, each with its {@code photometry} and
 * {@code sources} (Guillochon et al. 2017, ApJ 835, 64). A row has a magnitude, or a flux, a flux
 * density or a count rate in a unit of its own; there is a column for each of them in each unit.
 */
final class OpenCatalog {
  static final String FORMAT = "osc-json";

  private static final List<String> PLAIN =
      List.of(
          ("object time time_start time_end magnitude e_magnitude band upperlimit system telescope instrument"
                  + " observer bibcode")
              .split(" "));

  /** What says that a row is not of the nova, or not as it was observed. */
  private static final List<String> DERIVED =
      List.of(
          "host includeshost kcorrected scorrected mcorrected synthetic model realization"
              .split(" "));

  /** What a row can have in the place of a magnitude. */
  private static final List<String> FLUXES = List.of("fluxdensity", "flux", "countrate");

  /** What some rows have besides; without them there is no column. */
  private static final List<String> RARE =
      List.of("e_lower_magnitude", "e_upper_magnitude", "upperlimitsigma");

  /** Errors of a quantity. */
  private static final List<String> ERRORS = List.of("e_", "e_lower_", "e_upper_");

  /** What rows have besides and the columns above hold. */
  private static final Set<String> HELD =
      Set.of(
          ("time u_time magnitude u_magnitude band upperlimit system telescope instrument observer"
                  + " source frequency u_frequency energy u_energy e_magnitude u_fluxdensity u_flux"
                  + " u_countrate fluxdensity flux countrate")
              .split(" "));

  /** What rows may say besides, and no measurement needs. */
  private static final String NOT_NEEDED =
      " bandset=none dataset=none survey=none observatory=none description=none mode=none"
          + " etime=none elowertime=none euppertime=none exptime=none photonindex=none nhmw=none";

  /** More names than these are no names. */
  private static final int MOST_OTHERS = 100;

  /** Columns of fluxes and their errors, by quantity and unit, in the order they come. */
  private final Map<String, UploadColumn> fluxes = new LinkedHashMap<>();

  /** Those of {@link #DERIVED} that some row has. */
  private final Set<String> derived = new TreeSet<>();

  /** What rows have besides, which tells by its name and its values whether it matters. */
  private final Set<String> others = new LinkedHashSet<>();

  private final List<Map<String, String>> rows = new ArrayList<>();
  private @Nullable String timeUnit;
  private boolean any;

  private final Held held;

  private OpenCatalog(Held held) {
    this.held = held;
  }

  /** Null when no event has photometry. */
  static @Nullable RawTable table(Map<?, ?> events, Held held) {
    OpenCatalog catalog = new OpenCatalog(held);
    for (Map.Entry<?, ?> event : events.entrySet()) {
      if (event.getValue() instanceof Map<?, ?> body
          && body.get("photometry") instanceof List<?> items
          && isOurs(items)) {
        String name = string(body.get("name"));
        catalog.event(
            name.isEmpty() ? string(event.getKey()) : name, items, bibcodes(body.get("sources")));
      }
    }
    return catalog.any ? catalog.table() : null;
  }

  /** Rows of the catalogs have a {@code time}; those of others that call it otherwise are not. */
  private static boolean isOurs(List<?> items) {
    return items.isEmpty()
        || items.stream()
            .anyMatch(item -> item instanceof Map<?, ?> map && map.containsKey("time"));
  }

  /** What the catalogs document of the columns of a table. */
  static Conventions manual(List<UploadColumn> columns) {
    Conventions manual =
        Conventions.NONE.roles(
            "time=epoch timestart=epoch-start timeend=epoch-end magnitude=value emagnitude=error"
                + " upperlimit=limit-flag upperlimitsigma=limit-sigma system=magnitude-system"
                + NOT_NEEDED);
    for (UploadColumn column : columns) {
      if (DERIVED.contains(column.name())) {
        manual = manual.roles(column.plain() + "=derived");
      }
      if (FLUXES.stream().anyMatch(column.name()::startsWith)) {
        manual = manual.roles(column.plain() + "=flux");
      }
    }
    return manual.eitherQuantity();
  }

  private void event(String object, List<?> items, Map<String, String> bibcodes) {
    any = true;
    for (Object item : items) {
      Map<String, String> row =
          row(object, item instanceof Map<?, ?> map ? map : Map.of(), bibcodes);
      held.columns(PLAIN.size() + DERIVED.size() + 2 * fluxes.size() + others.size());
      held.cells(1, row.size());
      rows.add(row);
    }
  }

  private Map<String, String> row(String object, Map<?, ?> given, Map<String, String> bibcodes) {
    Map<String, String> row = new HashMap<>();
    PLAIN.forEach(name -> row.put(name, string(given.get(name))));
    time(given, row);
    DERIVED.stream().filter(given::containsKey).forEach(name -> derived(name, given, row));
    RARE.forEach(name -> row.put(name, string(given.get(name))));
    row.put("object", object);
    row.put("band", band(given));
    String source = string(given.get("source")).split(",")[0].strip();
    row.put("bibcode", bibcodes.getOrDefault(source, ""));
    FLUXES.forEach(quantity -> flux(quantity, given, row));
    given.forEach((name, value) -> other(string(name), string(value), row));
    return row;
  }

  private void other(String name, String value, Map<String, String> row) {
    boolean error =
        ERRORS.stream()
            .anyMatch(e -> FLUXES.stream().anyMatch(quantity -> name.equals(e + quantity)));
    boolean held =
        HELD.contains(name)
            || PLAIN.contains(name)
            || DERIVED.contains(name)
            || RARE.contains(name)
            || error;
    if (!held && (others.contains(name) || others.size() < MOST_OTHERS)) {
      others.add(name);
      row.put(name, value);
    }
  }

  private void derived(String name, Map<?, ?> given, Map<String, String> row) {
    derived.add(name);
    row.put(name, string(given.get(name)));
  }

  private void flux(String quantity, Map<?, ?> given, Map<String, String> row) {
    String value = string(given.get(quantity));
    if (value.isEmpty()) {
      return;
    }
    String unit = unit(quantity, string(given.get("u_" + quantity)));
    int number = fluxes.size();
    String name =
        fluxes
            .computeIfAbsent(
                quantity + " " + unit,
                key -> new UploadColumn(quantity + (number == 0 ? "" : number), unit, "", ""))
            .name();
    row.put(name, value);
    ERRORS.forEach(error -> row.put(error + name, string(given.get(error + quantity))));
  }

  /** Counts are often given by the second alone. */
  private static String unit(String quantity, String unit) {
    boolean rate = unit.isEmpty() || unit.equals("s^-1") || unit.equals("1/s");
    return quantity.equals("countrate") && rate ? "ct/s" : unit;
  }

  /** The name of the band, else the frequency or the range of energies. */
  private static String band(Map<?, ?> item) {
    String band = string(item.get("band"));
    if (!band.isEmpty()) {
      return band;
    }
    boolean radio = item.get("frequency") != null;
    Object place = item.get(radio ? "frequency" : "energy");
    String text =
        place instanceof List<?> range
            ? range.stream().map(JsonTables::string).collect(Collectors.joining("-"))
            : string(place);
    String unit = string(item.get(radio ? "u_frequency" : "u_energy"));
    return text.isEmpty() ? "" : (text + " " + unit).strip();
  }

  private static Map<String, String> bibcodes(@Nullable Object sources) {
    Map<String, String> out = new HashMap<>();
    if (sources instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> source) {
          out.put(string(source.get("alias")), string(source.get("bibcode")));
        }
      }
    }
    return out;
  }

  private boolean isSaid(String name) {
    return rows.stream().anyMatch(row -> !row.getOrDefault(name, "").isEmpty());
  }

  /** A moment, or the begin and the end of an interval; each in the unit of the first. */
  private void time(Map<?, ?> given, Map<String, String> row) {
    String unit = string(given.get("u_time"));
    timeUnit = timeUnit == null && !unit.isEmpty() ? unit : timeUnit;
    String other = unit.isEmpty() || unit.equals(timeUnit) ? "" : " " + unit;
    if (given.get("time") instanceof List<?> range && !range.isEmpty()) {
      row.put("time", "");
      row.put("time_start", string(range.get(0)) + other);
      row.put("time_end", string(range.get(range.size() - 1)) + other);
    } else if (!other.isEmpty()) {
      row.put("time", string(given.get("time")) + other);
    }
  }

  private List<UploadColumn> withErrors(UploadColumn flux) {
    List<UploadColumn> columns = new ArrayList<>();
    columns.add(flux);
    columns.add(new UploadColumn("e_" + flux.name(), flux.unit(), "", ""));
    ERRORS.stream()
        .map(error -> new UploadColumn(error + flux.name(), flux.unit(), "", ""))
        .skip(1)
        .filter(error -> isSaid(error.name()))
        .forEach(columns::add);
    return columns;
  }

  private RawTable table() {
    List<UploadColumn> columns = columns();
    held.cells(rows.size(), columns.size());
    List<List<String>> cells = new ArrayList<>();
    for (Map<String, String> row : rows) {
      cells.add(columns.stream().map(column -> row.getOrDefault(column.name(), "")).toList());
    }
    return JsonTables.table(FORMAT, columns, manual(columns), cells);
  }

  private List<UploadColumn> columns() {
    String unit = timeUnit == null ? "MJD" : timeUnit;
    List<UploadColumn> columns = new ArrayList<>();
    for (String name : PLAIN) {
      columns.add(new UploadColumn(name, name.startsWith("time") ? unit : "", "", ""));
    }
    derived.forEach(name -> columns.add(UploadColumn.named(name)));
    fluxes.values().forEach(flux -> columns.addAll(withErrors(flux)));
    RARE.stream().filter(this::isSaid).map(UploadColumn::named).forEach(columns::add);
    others.forEach(name -> columns.add(new UploadColumn(name, "", "", "")));
    return columns;
  }
}
