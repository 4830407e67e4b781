package org.novacat.jobs.zarr.row;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.novacat.jobs.spark.Bin;
import org.novacat.layouts.id.DataProductId;
import org.novacat.persistence.store.Pointer;

/**
 * A spectrum that is to be exported, as the table has it.
 *
 * @param index its place among all, by id
 * @param parquet its samples
 * @param metadata its {@code metadata.json}
 * @param raw the file it was made from
 */
public record PlannedSpectrum(
    int index, DataProductId id, Pointer parquet, Pointer metadata, Pointer raw, ProductFacts facts)
    implements Bin.Piece, Serializable {
  public PlannedSpectrum {
    requireNonNull(id, "id is null");
    requireNonNull(parquet, "parquet is null");
    requireNonNull(metadata, "metadata is null");
    requireNonNull(raw, "raw is null");
    requireNonNull(facts, "facts is null");
  }

  @Override
  public long bytes() {
    return parquet.byteLength() + metadata.byteLength() + raw.byteLength();
  }
}
