package org.novacat.persistence.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.stream.Stream;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;

/** FileObject as an item. */
public final class FileObjectItem {
  public static final Field<String> FILE_ID = Field.required("file_id", Types.TEXT);
  public static final Field<FileRole> ROLE = Field.required("role", Types.oneOf(FileRole.class));
  public static final Field<NovaId> NOVA_ID = Field.required("nova_id", Types.NOVA_ID);
  public static final Field<DataProductId> PRODUCT_ID =
      Field.required("data_product_id", Types.PRODUCT_ID);

  private static final RecordType<FileObject> FILE =
      RecordType.of(FileObject.class)
          .field(ROLE, FileObject::role)
          .part(PointerFields.OBJECT, FileObject::pointer);
  public static final Shape SHAPE =
      Shape.first(
          "FileObject",
          "<nova_id>",
          "FILE#<role>#<data_product_id>#ID#<file_id>",
          Stream.concat(FILE.fields().stream(), Stream.of(FILE_ID, NOVA_ID, PRODUCT_ID)).toList());

  private FileObjectItem() {}

  /** Records the object; one that was recorded before at the same place is brought up to date. */
  public static Write record(FileObject file, NovaId nova, DataProductId product, Stamp stamp) {
    return Changes.orNew(SHAPE, key(file, nova, product), stamp)
        .set(FILE, file)
        .set(FILE_ID, fileId(file))
        .set(NOVA_ID, nova)
        .set(PRODUCT_ID, product)
        .when(Condition.always());
  }

  /**
   * Records the object of a product of which none can have been recorded before. A plain put costs
   * the table about half of what {@link #record} does.
   */
  public static Write first(FileObject file, NovaId nova, DataProductId product, Stamp stamp) {
    return new ItemDraft(SHAPE, key(file, nova, product), stamp.fresh())
        .with(FILE, file)
        .with(FILE_ID, fileId(file))
        .with(NOVA_ID, nova)
        .with(PRODUCT_ID, product)
        .putIf(Condition.always());
  }

  /** Whose file it is: a product's, or an archive's. */
  public static DataProductId productOf(RawItem item) {
    return SHAPE.read(item).get(PRODUCT_ID);
  }

  public static FileObject read(RawItem item) {
    return FILE.read(SHAPE.read(item));
  }

  /** The same place gives the same id, so that writing an object again gives the same item. */
  private static String fileId(FileObject file) {
    String place = file.pointer().bucket() + "\n" + file.pointer().key();
    return UUID.nameUUIDFromBytes(place.getBytes(UTF_8)).toString();
  }

  public static ItemKey key(FileObject file, NovaId nova, DataProductId product) {
    return Keys.fileObject(nova, file.role().name(), product, fileId(file));
  }
}
