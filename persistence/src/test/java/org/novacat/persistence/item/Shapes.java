package org.novacat.persistence.item;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.novacat.persistence.bundle.BundleItem;
import org.novacat.persistence.file.FileObjectItem;
import org.novacat.persistence.lock.LockItem;
import org.novacat.persistence.medallion.TableRunItem;
import org.novacat.persistence.migration.ArtifactItem;
import org.novacat.persistence.migration.MigrationItem;
import org.novacat.persistence.migration.MigrationRecordItem;
import org.novacat.persistence.nova.NameMappingItem;
import org.novacat.persistence.nova.NovaItem;
import org.novacat.persistence.photometry.PhotometryPartItem;
import org.novacat.persistence.photometry.PhotometryTableItem;
import org.novacat.persistence.photometry.PhotometryUploadItem;
import org.novacat.persistence.product.ContentFingerprintItem;
import org.novacat.persistence.product.LocatorAliasItem;
import org.novacat.persistence.product.SpectraProductItem;
import org.novacat.persistence.release.CurrentReleaseItem;
import org.novacat.persistence.release.ReleaseItem;
import org.novacat.persistence.run.AttemptItem;
import org.novacat.persistence.run.JobRunItem;
import org.novacat.persistence.run.WorkItemItem;
import org.novacat.persistence.table.RawItem;

/** Every kind of item, and how each is read. */
final class Shapes {
  static final List<Shape> ALL =
      List.of(
          NovaItem.SHAPE,
          NameMappingItem.SHAPE,
          SpectraProductItem.SHAPE,
          LocatorAliasItem.SHAPE,
          ContentFingerprintItem.SHAPE,
          FileObjectItem.SHAPE,
          JobRunItem.SHAPE,
          AttemptItem.SHAPE,
          LockItem.SHAPE,
          WorkItemItem.SHAPE,
          PhotometryUploadItem.SHAPE,
          PhotometryPartItem.SHAPE,
          PhotometryTableItem.SHAPE,
          BundleItem.SHAPE,
          ReleaseItem.SHAPE,
          CurrentReleaseItem.SHAPE,
          TableRunItem.SHAPE,
          ArtifactItem.SHAPE,
          MigrationItem.SHAPE,
          MigrationRecordItem.SHAPE);

  static final Map<String, Function<RawItem, Object>> READERS =
      Map.ofEntries(
          Map.entry("Nova", NovaItem::read),
          Map.entry("NameMapping", NameMappingItem::read),
          Map.entry("DataProduct", SpectraProductItem::read),
          Map.entry("LocatorAlias", LocatorAliasItem::read),
          Map.entry("ContentFingerprint", ContentFingerprintItem::read),
          Map.entry("FileObject", FileObjectItem::read),
          Map.entry("JobRun", JobRunItem::read),
          Map.entry("Attempt", AttemptItem::read),
          Map.entry("IdempotencyLock", LockItem::read),
          Map.entry("WorkItem", WorkItemItem::read),
          Map.entry("PhotometryUpload", PhotometryUploadItem::read),
          Map.entry("PhotometryPart", PhotometryPartItem::read),
          Map.entry("PhotometryTable", PhotometryTableItem::read),
          Map.entry("Bundle", BundleItem::read),
          Map.entry("Release", ReleaseItem::read),
          Map.entry("CurrentRelease", CurrentReleaseItem::read),
          Map.entry("TableRun", TableRunItem::read),
          Map.entry("Artifact", ArtifactItem::read),
          Map.entry("Migration", MigrationItem::read),
          Map.entry("MigrationRecord", MigrationRecordItem::read));

  private Shapes() {}

  static Shape of(String entityType) {
    return ALL.stream()
        .collect(Collectors.toMap(Shape::entityType, Function.identity()))
        .get(entityType);
  }

  static Object read(RawItem item) {
    return READERS.get(item.text("entity_type")).apply(item);
  }
}
