package org.novacat.persistence.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Common;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.SchemaVersion;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;

/** WorkItem as an item. */
public final class WorkItemItem {
  public static final Field<NovaId> NOVA_ID = Field.required("nova_id", Types.NOVA_ID);
  public static final Field<DirtyType> TYPE =
      Field.required("dirty_type", Types.oneOf(DirtyType.class));
  public static final Field<WorkConsumer> CONSUMER =
      Field.required("consumer", Types.oneOf(WorkConsumer.class));
  public static final Field<String> CHANGE = Field.required("change", Types.TEXT);

  public static final Shape SHAPE =
      new Shape(
          "WorkItem",
          "WORKQUEUE#<shard> for tables, WORKQUEUE#<consumer>#<shard> for the others",
          "<nova_id>#<dirty_type>#<change>",
          new SchemaVersion(2, 0),
          List.of(NOVA_ID, TYPE, CONSUMER, CHANGE),
          List.of(WorkItemItem::withConsumer));

  private WorkItemItem() {}

  /** The first version was about tables, and told changes apart by their times. */
  private static RawItem withConsumer(RawItem first) {
    Map<String, Attribute> attributes = new HashMap<>(first.attributes());
    attributes.put(CONSUMER.name(), Attribute.of(WorkConsumer.TABLE.name()));
    attributes.put(
        CHANGE.name(), Attribute.of(String.valueOf(first.text(Common.CREATED_AT.name()))));
    return new RawItem(first.key(), attributes);
  }

  /**
   * That a consumer has to see a change; one that it had to see before has a higher version now.
   */
  public static Write due(
      NovaId nova, DirtyType type, WorkConsumer consumer, String change, Stamp stamp) {
    return Changes.orNew(SHAPE, key(nova, type, consumer, change), stamp)
        .set(NOVA_ID, nova)
        .set(TYPE, type)
        .set(CONSUMER, consumer)
        .set(CHANGE, change)
        .when(Condition.always());
  }

  /** The same of a change that nobody can have to see yet; costs the table about half. */
  public static Write first(
      NovaId nova, DirtyType type, WorkConsumer consumer, String change, Stamp stamp) {
    return new ItemDraft(SHAPE, key(nova, type, consumer, change), stamp.fresh())
        .with(NOVA_ID, nova)
        .with(TYPE, type)
        .with(CONSUMER, consumer)
        .with(CHANGE, change)
        .putIf(Condition.always());
  }

  /** That the consumer has seen it; refused when it has changed since it was read, or is gone. */
  public static Write seen(WorkItem work) {
    ItemKey key = key(work.novaId(), work.type(), work.consumer(), work.change());
    return new Write.Delete(key, Condition.equal(Common.VERSION.name(), work.version()));
  }

  public static WorkItem read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new WorkItem(
        fields.get(NOVA_ID),
        fields.get(TYPE),
        fields.get(CONSUMER),
        fields.get(CHANGE),
        fields.meta().version(),
        fields.meta().createdAt());
  }

  /**
   * One of the partitions of work that waits for a consumer, 0 to {@link Keys#WORK_SHARDS} − 1.
   * Tables have those without a name, where all work was before there were others.
   */
  static String partition(WorkConsumer consumer, int shard) {
    return Keys.workQueue(consumer == WorkConsumer.TABLE ? "" : consumer + "#", shard);
  }

  private static ItemKey key(NovaId nova, DirtyType type, WorkConsumer consumer, String change) {
    String partition = partition(consumer, Keys.shard(nova.value()));
    return new ItemKey(partition, "%s#%s#%s".formatted(nova, type, change));
  }
}
