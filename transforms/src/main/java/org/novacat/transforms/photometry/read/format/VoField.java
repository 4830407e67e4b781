package org.novacat.transforms.photometry.read.format;

import org.novacat.transforms.photometry.read.column.UploadColumn;

/**
 * A field of a VOTable.
 *
 * @param nulls what stands for no value; "" when nothing does
 */
record VoField(UploadColumn column, VoType type, String nulls) {}
