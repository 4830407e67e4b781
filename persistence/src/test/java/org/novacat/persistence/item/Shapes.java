package org.novacat.persistence.item;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.novacat.persistence.bundle.Bundle;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.lock.LockRecord;
import org.novacat.persistence.medallion.TableRun;
import org.novacat.persistence.migration.Artifact;
import org.novacat.persistence.migration.Migration;
import org.novacat.persistence.migration.MigrationRecord;
import org.novacat.persistence.nova.NameMapping;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.photometry.PhotometryPart;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.WaitingUpload;
import org.novacat.persistence.product.ContentFingerprint;
import org.novacat.persistence.product.LocatorAlias;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.release.CurrentRelease;
import org.novacat.persistence.release.Release;
import org.novacat.persistence.run.Attempt;
import org.novacat.persistence.run.JobRun;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.table.RawItem;

/** Every kind of item, and how each is read. */
final class Shapes {
  /** What a record is stored as. */
  static final List<ItemType<?>> TYPES =
      List.of(
          Nova.ITEM,
          NameMapping.ITEM,
          SpectraProduct.ITEM,
          LocatorAlias.ITEM,
          ContentFingerprint.ITEM,
          JobRun.ITEM,
          WorkItem.ITEM,
          LockRecord.ITEM,
          PhotometryUpload.ITEM,
          WaitingUpload.ITEM,
          PhotometryPart.ITEM,
          PhotometryTable.ITEM,
          Bundle.ITEM,
          Release.ITEM,
          CurrentRelease.ITEM,
          TableRun.ITEM,
          Artifact.ITEM,
          Migration.ITEM,
          MigrationRecord.ITEM);

  static final List<Shape> ALL =
      Stream.concat(TYPES.stream().map(ItemType::shape), Stream.of(FileObject.SHAPE, Attempt.SHAPE))
          .toList();

  private static final Map<String, Function<RawItem, Object>> OTHERS =
      Map.of(
          "FileObject", FileObject::read,
          "Attempt", Attempt::read);

  private Shapes() {}

  static Shape of(String entityType) {
    return ALL.stream()
        .collect(Collectors.toMap(Shape::entityType, Function.identity()))
        .get(entityType);
  }

  static Object read(RawItem item) {
    String kind = item.text("entity_type");
    return OTHERS.getOrDefault(kind, any -> type(kind).orElseThrow().read(item)).apply(item);
  }

  /** Empty for a kind that no record is stored as. */
  static Optional<? extends ItemType<?>> type(String kind) {
    return TYPES.stream().filter(type -> type.shape().entityType().equals(kind)).findFirst();
  }

  /** An item read, and written again. */
  static <R extends Record & Stored> RawItem again(ItemType<R> type, RawItem item) {
    return type.item(type.read(item));
  }
}
