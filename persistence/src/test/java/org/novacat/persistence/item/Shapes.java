package org.novacat.persistence.item;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
          WorkItemItem.SHAPE);

  static final Map<String, Function<RawItem, Object>> READERS =
      Map.of(
          "Nova", NovaItem::read,
          "NameMapping", NameMappingItem::read,
          "DataProduct", SpectraProductItem::read,
          "LocatorAlias", LocatorAliasItem::read,
          "ContentFingerprint", ContentFingerprintItem::read,
          "FileObject", FileObjectItem::read,
          "JobRun", JobRunItem::read,
          "Attempt", AttemptItem::read,
          "IdempotencyLock", LockItem::read,
          "WorkItem", WorkItemItem::read);

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
