package org.novacat.jobs.votable;

/**
 * A fact of a whole table. Text is "" when absent.
 *
 * @param datatype VOTable datatype: double, or char for a text of any length
 * @param value as text
 * @param ref id of the system that it counts in
 */
public record VoTableParam(
    String name, String datatype, String value, String unit, String ucd, String ref) {
  /** A fact in words. */
  public static VoTableParam text(String name, String value) {
    return new VoTableParam(name, "char", value, "", "", "");
  }

  /** A Modified Julian Date, days. */
  public static VoTableParam mjd(String name, double mjd, TimeSystem system) {
    return new VoTableParam(name, "double", Double.toString(mjd), "d", "time.epoch", system.id());
  }
}
