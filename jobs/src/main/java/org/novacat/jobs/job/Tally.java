package org.novacat.jobs.job;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts how things of one kind end. Used by the one thread that runs a job. */
public final class Tally {
  private final Counted of;
  private final Map<Ending, Long> ended = new EnumMap<>(Ending.class);
  private final Map<Ending, Map<String, Long>> codes = new EnumMap<>(Ending.class);
  private final List<NamedEnding> named = new ArrayList<>();
  private long planned;
  private long reached;

  Tally(Counted of) {
    this.of = of;
  }

  /** There are so many more to work on. */
  public void plan(long more) {
    planned += more;
  }

  /** One ended so, and the count says all of it. */
  public void ended(Ending ending) {
    ended(ending, 1);
  }

  /** So many ended so. */
  public void ended(Ending ending, long things) {
    if (things > 0) {
      ended.merge(ending, things, Long::sum);
      reached += things;
    }
  }

  /** So many ended so for a reason that is counted. */
  public void ended(Ending ending, Enum<?> code, long things) {
    ended(ending, things);
    if (things > 0) {
      codes.computeIfAbsent(ending, any -> new TreeMap<>()).merge(code.name(), things, Long::sum);
    }
  }

  /** One ended so that somebody may look at: it is named in the report. */
  public void named(Ending ending, String what, String message) {
    ended(ending);
    name(ending, "", what, message);
  }

  /** The same for a reason that is counted. */
  public void named(Ending ending, Enum<?> code, String what, String message) {
    ended(ending, code, 1);
    name(ending, code.name(), what, message);
  }

  private void name(Ending ending, String code, String what, String message) {
    if (named.size() < of.mostNamed()) {
      named.add(new NamedEnding(ending, code, what, message));
    }
  }

  /**
   * All of it.
   *
   * @param cutShort whether the run ended before its work; what is missing was not reached then,
   *     and more may have ended than it came to plan
   * @throws IllegalStateException when something of a whole run did not end, or more did
   */
  Counts counts(boolean cutShort) {
    Map<Ending, Long> all = new EnumMap<>(Ending.class);
    all.putAll(ended);
    if (cutShort && planned > reached) {
      all.merge(Ending.NOT_REACHED, planned - reached, Long::sum);
    }
    return new Counts(of, cutShort ? Math.max(planned, reached) : planned, all, codes, named);
  }
}
