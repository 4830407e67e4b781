package org.novacat.transforms.photometry.read;

/**
 * A field of a VOTable.
 *
 * @param nulls what stands for no value; "" when nothing does
 */
record VoField(Column column, VoType type, String nulls) {}
