package org.novacat.transforms.photometry.read.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.TimeZones;
import org.novacat.transforms.photometry.read.column.UploadColumn;

/**
 * The time zone of a file's clocks, as its headers and comments name it.
 *
 * @param zone null when nothing names one
 * @param doubt why it cannot be believed; "" when it can
 */
record ZoneFinder(TimeZones.@Nullable Zone zone, String doubt) {
  /** Asks the headers of the columns of times, then the lines around the rows. */
  static ZoneFinder of(Roles roles, ColumnFacts facts) {
    Map<Double, TimeZones.Zone> said = new LinkedHashMap<>();
    for (TimeZones.Zone zone : named(roles, facts)) {
      Double east = zone.east();
      if (east == null) {
        return new ZoneFinder(
            zone, "'%s' could be several time zones: %s".formatted(zone.text(), zone.could()));
      }
      said.putIfAbsent(east, zone);
    }
    List<TimeZones.Zone> zones = List.copyOf(said.values());
    return zones.size() > 1
        ? oneOf(zones.get(0), zones.get(1))
        : new ZoneFinder(zones.isEmpty() ? null : zones.get(0), "");
  }

  private static ZoneFinder oneOf(TimeZones.Zone one, TimeZones.Zone other) {
    return new ZoneFinder(
        new TimeZones.Zone(one.text(), null, one.offset() + ", " + other.offset()),
        "it speaks of the time zones '%s' and '%s'".formatted(one.text(), other.text()));
  }

  private static List<TimeZones.Zone> named(Roles roles, ColumnFacts facts) {
    List<TimeZones.Zone> zones = new ArrayList<>();
    for (Role role : List.of(Role.EPOCH, Role.EPOCH_CLOCK, Role.EPOCH_YEAR, Role.EPOCH_DAY)) {
      for (int column : roles.all(role)) {
        UploadColumn header = roles.column(column);
        add(zones, TimeZones.inHeader(header.label()));
        add(zones, TimeZones.inSentence("time " + header.description()));
      }
    }
    add(zones, TimeZones.inScale(facts.get(ColumnFacts.TIME_SCALE)));
    Stream.of(ColumnFacts.TEXT, ColumnFacts.UNREAD)
        .flatMap(key -> facts.get(key).lines())
        .forEach(line -> add(zones, TimeZones.inSentence(line)));
    return zones;
  }

  private static void add(List<TimeZones.Zone> zones, TimeZones.@Nullable Zone zone) {
    if (zone != null) {
      zones.add(zone);
    }
  }

  /** Whether clocks are not those of UT, or may be. */
  boolean isElsewhere() {
    return !doubt.isEmpty() || (zone != null && !zone.isUt());
  }
}
