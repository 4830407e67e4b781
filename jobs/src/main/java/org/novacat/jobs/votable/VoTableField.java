package org.novacat.jobs.votable;

/**
 * A column as VOTable describes it (VOTable 1.4, section 4.1). Text is "" when absent.
 *
 * @param name column name
 * @param datatype VOTable datatype: int, long, double, boolean, or char for a text
 * @param arraysize "*" for a text or for an array of any length
 * @param xtype how to read what the datatype holds
 * @param ref id of the system that it counts in
 */
public record VoTableField(
    String name,
    String datatype,
    String arraysize,
    String unit,
    String ucd,
    String utype,
    String xtype,
    String ref,
    String description) {

  /** A column of single values that counts in nothing. */
  public static VoTableField of(
      String name, String datatype, String unit, String ucd, String utype, String description) {
    String arraysize = datatype.equals("char") ? "*" : "";
    return new VoTableField(name, datatype, arraysize, unit, ucd, utype, "", "", description);
  }

  /** The same, counting in a system; "" for none. */
  public VoTableField in(String system) {
    return new VoTableField(
        name, datatype, arraysize, unit, ucd, utype, xtype, system, description);
  }
}
