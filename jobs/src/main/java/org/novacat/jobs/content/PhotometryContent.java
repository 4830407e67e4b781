package org.novacat.jobs.content;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.persistence.store.Pointer;

/**
 * The photometry table of a nova, which may have rows that not everybody may see.
 *
 * @param table {@code photometry_table.parquet}
 * @param metadata SHA-256 of {@code metadata.json}
 * @param plot SHA-256 of {@code lightcurve.png}
 * @param schemaVersion of its columns
 * @param registryVersion of the bands
 * @param inputs of all that it was made from, rules and schema included
 * @param rows of the whole table
 * @param uploads files that rows came with, by id
 */
public record PhotometryContent(
    DataProductId id,
    Pointer table,
    ContentHash metadata,
    ContentHash plot,
    String schemaVersion,
    String registryVersion,
    ContentHash inputs,
    long rows,
    List<UploadContent> uploads)
    implements Serializable {
  public PhotometryContent {
    requireNonNull(id, "id is null");
    requireNonNull(table, "table is null");
    requireNonNull(metadata, "metadata is null");
    requireNonNull(plot, "plot is null");
    requireNonNull(inputs, "inputs is null");
    uploads = List.copyOf(uploads);
  }
}
