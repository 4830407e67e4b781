package org.novacat.transforms.votable;

/**
 * A field of a VOTable; "" for what it does not say.
 *
 * @param nulls what stands for no value
 */
public record VoField(
    String name,
    String unit,
    String ucd,
    String utype,
    String description,
    VoType type,
    String nulls) {}
