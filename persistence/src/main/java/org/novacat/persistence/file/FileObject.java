package org.novacat.persistence.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.UUID;
import java.util.stream.Stream;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;

/** An object of a product, and what it is to it. */
public record FileObject(FileRole role, Pointer pointer) implements Serializable {
  private static final Field<String> FILE_ID = Field.required("file_id", Types.TEXT);
  public static final Field<FileRole> ROLE = Field.required("role", Types.oneOf(FileRole.class));
  private static final Field<NovaId> NOVA_ID = Field.required("nova_id", Types.NOVA_ID);
  private static final Field<DataProductId> PRODUCT_ID =
      Field.required("data_product_id", Types.PRODUCT_ID);

  private static final RecordType<FileObject> FILE =
      RecordType.of(FileObject.class)
          .field(ROLE, FileObject::role)
          .part(PointerFields.OBJECT, FileObject::pointer);

  /** As an item, which says besides whose it is. */
  public static final Shape SHAPE =
      Shape.first(
          "FileObject",
          "<nova_id>",
          "FILE#<role>#<data_product_id>#ID#<file_id>",
          Stream.concat(FILE.fields().stream(), Stream.of(FILE_ID, NOVA_ID, PRODUCT_ID)).toList());

  public FileObject {
    requireNonNull(role, "role is null");
    requireNonNull(pointer, "pointer is null");
  }

  /** Records the object; one that was recorded before at the same place is brought up to date. */
  public static Write record(FileObject file, NovaId nova, DataProductId product, Stamp stamp) {
    return changes(file, nova, product, stamp).when(Condition.always());
  }

  /**
   * Records the object of a product of which none can have been recorded before. A plain put costs
   * the table about half of what {@link #record} does.
   */
  public static Write first(FileObject file, NovaId nova, DataProductId product, Stamp stamp) {
    RawItem item = changes(file, nova, product, stamp).item(stamp.fresh());
    return new Write.Put(item, Condition.always());
  }

  /** The same place gives the same id, so that writing an object again gives the same item. */
  private static Changes changes(FileObject file, NovaId nova, DataProductId product, Stamp stamp) {
    String place = file.pointer().bucket() + "\n" + file.pointer().key();
    String id = UUID.nameUUIDFromBytes(place.getBytes(UTF_8)).toString();
    return Changes.orNew(SHAPE, Keys.fileObject(nova, file.role().name(), product, id), stamp)
        .set(FILE, file)
        .set(FILE_ID, id)
        .set(NOVA_ID, nova)
        .set(PRODUCT_ID, product);
  }

  /** Whose file it is: a product's, or an archive's. */
  public static DataProductId productOf(RawItem item) {
    return SHAPE.read(item).get(PRODUCT_ID);
  }

  /** What an item holds. */
  public static FileObject read(RawItem item) {
    return FILE.read(SHAPE.read(item));
  }
}
