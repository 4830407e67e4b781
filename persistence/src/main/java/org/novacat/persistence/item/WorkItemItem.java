package org.novacat.persistence.item;

import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;

/** WorkItem as an item. */
public final class WorkItemItem {
  public static final Field<NovaId> NOVA_ID = Field.required("nova_id", Types.NOVA_ID);
  public static final Field<DirtyType> TYPE =
      Field.required("dirty_type", Types.oneOf(DirtyType.class));

  static final Shape SHAPE =
      Shape.first(
          "WorkItem", "WORKQUEUE#<shard>", "<nova_id>#<dirty_type>#<created_at>", NOVA_ID, TYPE);

  private WorkItemItem() {}

  public static ItemKey key(WorkItem work) {
    return Keys.workItem(work.novaId(), work.type(), work.createdAt());
  }

  public static RawItem write(WorkItem work, Stamp stamp) {
    ItemMeta meta = new ItemMeta(work.createdAt(), stamp.at(), 1, stamp.by());
    return new ItemDraft(SHAPE, key(work), meta)
        .with(NOVA_ID, work.novaId())
        .with(TYPE, work.type())
        .item();
  }

  public static WorkItem read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new WorkItem(fields.get(NOVA_ID), fields.get(TYPE), fields.meta().createdAt());
  }
}
