package org.novacat.persistence.photometry;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.store.Pointer;

/**
 * The one photometry table of a nova.
 *
 * @param object {@code photometry_table.parquet}; a reader trusts it only with this hash
 * @param metadata SHA-256 of {@code metadata.json}
 * @param plot SHA-256 of {@code lightcurve.png}
 * @param schemaVersion photometry_schema_version
 * @param registryVersion of the bands
 * @param inputs of all that the table is made from: parts, rules and schema; equal inputs give
 *     equal tables
 * @param rows of the table, {@code accepted - duplicates}
 * @param accepted rows of all parts that passed
 * @param duplicates rows left out because the same measurement was there
 * @param rejected rows of all parts that did not pass when the table was built
 * @param limits rows that are upper limits
 * @param uploads parts it was made from
 * @param mjdMin first epoch, days; null when there is no row
 * @param mjdMax last epoch, days; null when there is no row
 */
public record PhotometryTable(
    NovaId novaId,
    Pointer object,
    ContentHash metadata,
    ContentHash plot,
    String schemaVersion,
    String registryVersion,
    ContentHash inputs,
    long rows,
    long accepted,
    long duplicates,
    long rejected,
    long limits,
    long uploads,
    @Nullable Double mjdMin,
    @Nullable Double mjdMax,
    ItemMeta meta) {
  private static final Provider OURS = new Provider("novacat");

  public PhotometryTable {
    requireNonNull(novaId, "novaId is null");
    requireNonNull(object, "object is null");
    requireNonNull(metadata, "metadata is null");
    requireNonNull(plot, "plot is null");
    requireNonNull(schemaVersion, "schemaVersion is null");
    requireNonNull(registryVersion, "registryVersion is null");
    requireNonNull(inputs, "inputs is null");
    requireNonNull(meta, "meta is null");
    if (rows != accepted - duplicates) {
      throw new IllegalArgumentException(
          "Cannot build photometry table: %s rows are not %s accepted less %s duplicates"
              .formatted(rows, accepted, duplicates));
    }
  }

  /** Its id as a data product, the same for ever. */
  public DataProductId id() {
    return DataProductId.ofProductKey(OURS, "PHOTOMETRY_TABLE:" + novaId);
  }
}
