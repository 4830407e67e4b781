package org.novacat.jobs.job;

import java.util.Locale;

/** How a thing that a job was to work on ended; each ends in exactly one of these. */
public enum Ending {
  /** What was to be made of it is made and recorded. */
  DONE("done"),
  /** It was as it should be before; nothing was written. */
  UNCHANGED("known already"),
  /** It is the same as another that came first, and recorded so. */
  DUPLICATE("duplicate of another"),
  /** A verdict on it, with a code: it is not used. */
  REFUSED("refused"),
  /** Another run has recorded it, or is at work on it. */
  NOT_OURS("left to another run"),
  /** No verdict, with a {@link PostponedCode}: it is as it was, and the next run tries it again. */
  POSTPONED("postponed, to be tried again"),
  /** Another run has made something else of it; nothing was written. */
  CONFLICT("in conflict with another run"),
  /** Whether it is recorded could not be found out; the next run decides by what it finds. */
  UNKNOWN("outcome of the commit not known"),
  /** The run ended before it. */
  NOT_REACHED("not reached before the run ended");

  private final String words;

  Ending(String words) {
    this.words = words;
  }

  /** For people, where what was counted has no words of its own. */
  String words() {
    return words;
  }

  /** For programs. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
