package org.novacat.jobs.register.source;

import org.novacat.jobs.job.Note;
import org.novacat.layouts.text.Excerpt;

/**
 * A file that lies among others and is not registered.
 *
 * @param name below the folder, or in the archive
 * @param code why
 * @param why one sentence, and what to do where something can be done
 */
public record Skipped(String name, SkipCode code, String why) {
  private static final int MOST_CHARACTERS = 500;

  public Skipped {
    name = Excerpt.of(name, MOST_CHARACTERS);
    why = Excerpt.of(why, MOST_CHARACTERS);
  }

  /** As reports have it. */
  public Note note() {
    return new Note(name, code.name(), why);
  }
}
