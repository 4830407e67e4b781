package org.novacat.jobs.parquet;

/**
 * One column as VOTable describes it (VOTable 1.4, section 4.1). Text is "" when absent.
 *
 * @param name column name in the Parquet file
 * @param datatype VOTable datatype: int, double, boolean, or char for a text of any length
 */
public record VoTableField(
    String name, String datatype, String unit, String ucd, String utype, String description) {}
