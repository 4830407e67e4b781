package org.novacat.jobs.job;

/**
 * A kind of things that a job counts.
 *
 * @param things their plural, e.g. {@code spectra}; the name of the counts in a report
 * @param done what people call those that are {@link Ending#DONE}
 * @param refused what people call those that are {@link Ending#REFUSED}
 * @param mostNamed how many a report names at most; the others stand in items of their own
 */
public record Counted(String things, String done, String refused, int mostNamed) {
  /** What people call an ending of these. */
  String words(Ending ending) {
    return switch (ending) {
      case DONE -> done;
      case REFUSED -> refused;
      default -> ending.words();
    };
  }
}
