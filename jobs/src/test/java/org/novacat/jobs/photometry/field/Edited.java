package org.novacat.jobs.photometry.field;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** The lines of an original while they are changed, each with the line it was, 0 for new ones. */
final class Edited {
  private final Original original;
  private final List<String> lines;
  private final List<Integer> origins = new ArrayList<>();

  Edited(Original original) {
    this.original = original;
    this.lines = new ArrayList<>(original.lines());
    for (int i = 1; i <= lines.size(); i++) {
      origins.add(i);
    }
  }

  /** New lines behind one, from 0. */
  Edited insert(int after, List<String> more) {
    lines.addAll(after, more);
    more.forEach(line -> origins.add(after, 0));
    return this;
  }

  /** The lines from one to another once more behind a third, as the rows that they are. */
  Edited repeat(int from, int to, int after) {
    lines.addAll(after, List.copyOf(lines.subList(from - 1, to)));
    origins.addAll(after, List.copyOf(origins.subList(from - 1, to)));
    return this;
  }

  Edited replace(int line, String with) {
    lines.set(line - 1, with);
    return this;
  }

  /** What the rows of the original ended as, where they are now. */
  List<End> ends() {
    return ends(original.outcome());
  }

  /** What the same lines ended as another time, where they are now. */
  List<End> ends(Outcome outcome) {
    List<End> all = new ArrayList<>();
    for (int i = 0; i < origins.size(); i++) {
      int line = i + 1;
      int origin = origins.get(i);
      outcome.ends().stream()
          .filter(end -> end.row() == origin)
          .forEach(end -> all.add(end.at(line)));
    }
    return all;
  }

  byte[] bytes() {
    return (String.join("\n", lines) + "\n").getBytes(UTF_8);
  }

  Perturbed perturbed(String what, Law law) {
    return new Perturbed(what, original.name(), bytes(), law);
  }
}
