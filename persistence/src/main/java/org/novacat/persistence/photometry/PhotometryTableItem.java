package org.novacat.persistence.photometry;

import java.util.Set;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.file.PointerFields;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;

/** The photometry DataProduct of a nova, of which there is one, as an item. */
public final class PhotometryTableItem {
  /** What {@code product_type} says of it. */
  public static final String TYPE = "PHOTOMETRY_TABLE";

  public static final Field<NovaId> NOVA_ID = Field.required("nova_id", Types.NOVA_ID);
  public static final Field<DataProductId> ID = Field.required("data_product_id", Types.PRODUCT_ID);
  public static final Field<String> PRODUCT_TYPE = Field.required("product_type", Types.TEXT);
  public static final PointerFields OBJECT = PointerFields.ALWAYS;
  public static final Field<ContentHash> METADATA = Field.required("metadata_sha256", Types.HASH);
  public static final Field<ContentHash> PLOT = Field.required("lightcurve_sha256", Types.HASH);
  public static final Field<String> SCHEMA =
      Field.required("photometry_schema_version", Types.TEXT);
  public static final Field<String> REGISTRY = Field.required("band_registry_version", Types.TEXT);
  public static final Field<ContentHash> INPUTS = Field.required("inputs_sha256", Types.HASH);
  public static final Field<Long> ROWS = Field.required("n_rows", Types.WHOLE);
  public static final Field<Long> ACCEPTED = Field.required("rows_accepted", Types.WHOLE);
  public static final Field<Long> DUPLICATES = Field.required("rows_duplicate", Types.WHOLE);
  public static final Field<Long> REJECTED = Field.required("rows_rejected", Types.WHOLE);
  public static final Field<Long> LIMITS = Field.required("n_upper_limits", Types.WHOLE);
  public static final Field<Long> UPLOADS = Field.required("n_uploads", Types.WHOLE);
  public static final Field<Double> MJD_MIN = Field.optional("time_mjd_min", Types.REAL);
  public static final Field<Double> MJD_MAX = Field.optional("time_mjd_max", Types.REAL);

  public static final Shape SHAPE =
      Shape.first(
          "PhotometryTable",
          "<nova_id>",
          "PRODUCT#PHOTOMETRY_TABLE",
          NOVA_ID,
          ID,
          PRODUCT_TYPE,
          OBJECT.bucket(),
          OBJECT.key(),
          OBJECT.byteLength(),
          OBJECT.etag(),
          OBJECT.sha256(),
          METADATA,
          PLOT,
          SCHEMA,
          REGISTRY,
          INPUTS,
          ROWS,
          ACCEPTED,
          DUPLICATES,
          REJECTED,
          LIMITS,
          UPLOADS,
          MJD_MIN,
          MJD_MAX);

  /** What has to be read of a table to count its rows. */
  public static final Set<String> COUNTED = Set.copyOf(SHAPE.required());

  private PhotometryTableItem() {}

  public static ItemKey key(NovaId nova) {
    return Keys.photometryTable(nova);
  }

  /** Moves the item to a table that was built; refused when it is not as its maker read it. */
  public static Write.Put put(PhotometryTable table) {
    ItemDraft draft = new ItemDraft(SHAPE, key(table.novaId()), table.meta());
    return OBJECT
        .with(draft, table.object())
        .with(NOVA_ID, table.novaId())
        .with(ID, table.id())
        .with(PRODUCT_TYPE, TYPE)
        .with(METADATA, table.metadata())
        .with(PLOT, table.plot())
        .with(SCHEMA, table.schemaVersion())
        .with(REGISTRY, table.registryVersion())
        .with(INPUTS, table.inputs())
        .with(ROWS, table.rows())
        .with(ACCEPTED, table.accepted())
        .with(DUPLICATES, table.duplicates())
        .with(REJECTED, table.rejected())
        .with(LIMITS, table.limits())
        .with(UPLOADS, table.uploads())
        .with(MJD_MIN, table.mjdMin())
        .with(MJD_MAX, table.mjdMax())
        .putNext();
  }

  public static PhotometryTable read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new PhotometryTable(
        fields.get(NOVA_ID),
        OBJECT.read(fields),
        fields.get(METADATA),
        fields.get(PLOT),
        fields.get(SCHEMA),
        fields.get(REGISTRY),
        fields.get(INPUTS),
        fields.get(ROWS),
        fields.get(ACCEPTED),
        fields.get(DUPLICATES),
        fields.get(REJECTED),
        fields.get(LIMITS),
        fields.get(UPLOADS),
        fields.find(MJD_MIN),
        fields.find(MJD_MAX),
        fields.meta());
  }
}
