package org.novacat.jobs.spectrum;

/**
 * Something that holds for a whole spectrum.
 *
 * @param keyword its FITS keyword, of the table of keywords in the IVOA Spectrum Data Model 1.1
 *     where that has one
 * @param field its name in that model, such as {@code Target.Name}; "" when it has none
 * @param value text, {@code Double} or {@code Integer}
 * @param unit "" for none
 * @param ucd "" for none
 * @param comment a few words
 */
record Fact(String keyword, String field, Object value, String unit, String ucd, String comment) {}
