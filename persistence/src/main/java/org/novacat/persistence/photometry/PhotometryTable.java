package org.novacat.persistence.photometry;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.persistence.file.PointerFields;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;
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
    ItemMeta meta)
    implements Stored {
  /** What {@code product_type} says of it. */
  public static final String TYPE = "PHOTOMETRY_TABLE";

  /** The photometry DataProduct of a nova, of which there is one, as an item. */
  public static final ItemType<PhotometryTable> ITEM =
      ItemType.of(
          "PhotometryTable",
          "<nova_id>",
          "PRODUCT#PHOTOMETRY_TABLE",
          RecordType.of(PhotometryTable.class)
              .required("nova_id", Types.NOVA_ID, PhotometryTable::novaId)
              .also(Field.required("data_product_id", Types.PRODUCT_ID), PhotometryTable::id)
              .also(Field.required("product_type", Types.TEXT), any -> TYPE)
              .part(PointerFields.OBJECT, PhotometryTable::object)
              .required("metadata_sha256", Types.HASH, PhotometryTable::metadata)
              .required("lightcurve_sha256", Types.HASH, PhotometryTable::plot)
              .required("photometry_schema_version", Types.TEXT, PhotometryTable::schemaVersion)
              .required("band_registry_version", Types.TEXT, PhotometryTable::registryVersion)
              .required("inputs_sha256", Types.HASH, PhotometryTable::inputs)
              .required("n_rows", Types.WHOLE, PhotometryTable::rows)
              .required("rows_accepted", Types.WHOLE, PhotometryTable::accepted)
              .required("rows_duplicate", Types.WHOLE, PhotometryTable::duplicates)
              .required("rows_rejected", Types.WHOLE, PhotometryTable::rejected)
              .required("n_upper_limits", Types.WHOLE, PhotometryTable::limits)
              .required("n_uploads", Types.WHOLE, PhotometryTable::uploads)
              .optional("time_mjd_min", Types.REAL, PhotometryTable::mjdMin)
              .optional("time_mjd_max", Types.REAL, PhotometryTable::mjdMax),
          table -> Keys.photometryTable(table.novaId()));

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
    return DataProductId.ofProductKey(OURS, TYPE + ":" + novaId);
  }
}
