package org.novacat.transforms.photometry.read.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.FactWords;

/**
 * What a VOTable says outside its rows: a resource of all tables in it, a table of itself, and a
 * TIMESYS of the fields that refer to it.
 */
final class VoFacts {
  private final List<Consumer<FactWords>> said = new ArrayList<>();
  private final Deque<Integer> outside = new ArrayDeque<>();
  private final Map<String, Map<String, String>> timesys = new LinkedHashMap<>();

  /** What the attribute {@code ref} of the fields of this table says. */
  private final Map<String, String> fieldTimes = new LinkedHashMap<>();

  /** Goes into a resource or a table. */
  void enter() {
    outside.push(said.size());
  }

  /** Forgets what held inside. */
  void leave() {
    said.subList(outside.pop(), said.size()).clear();
  }

  /** Forgets the fields of the last table. */
  void newTable() {
    fieldTimes.clear();
  }

  void line(String text) {
    said.add(words -> words.line(text));
  }

  void pair(String name, String value) {
    said.add(words -> words.pair(name, value));
  }

  void field(String name, String ref) {
    fieldTimes.put(name, ref);
  }

  void timesys(String id, String scale, String place, String origin) {
    String zero =
        origin.equals("MJD-origin") ? "2400000.5" : origin.equals("JD-origin") ? "0" : origin;
    timesys.put(
        id,
        Map.of(
            ColumnFacts.TIME_SCALE, scale,
            ColumnFacts.TIME_REFERENCE, place,
            ColumnFacts.TIME_ZERO, zero));
  }

  /** What holds for the table just read; a TIMESYS holds for all when no field refers to one. */
  ColumnFacts facts() {
    FactWords words = new FactWords();
    said.forEach(one -> one.accept(words));
    boolean referred = fieldTimes.values().stream().anyMatch(timesys::containsKey);
    fieldTimes.forEach(
        (field, system) ->
            timesys
                .getOrDefault(system, Map.of())
                .forEach((key, value) -> words.fact(ColumnFacts.ofColumn(field, key), value)));
    if (!referred && timesys.size() == 1) {
      timesys.values().forEach(only -> only.forEach(words::fact));
    }
    return words.facts();
  }
}
