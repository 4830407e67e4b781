package org.novacat.persistence.run;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.Common;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.SchemaVersion;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;

/**
 * That something made from a nova must be made again, because its maker has not seen a change yet.
 *
 * @param change what of the nova it was, e.g. a product's id, so that no two changes meet one item;
 *     "" for the nova as a whole
 * @param notBefore the day, in UTC, on which the change comes about by itself; null when it has
 * @param meta made when the first change was that is not seen yet; a later change of the same
 *     raises its version
 */
public record WorkItem(
    NovaId novaId,
    DirtyType type,
    WorkConsumer consumer,
    String change,
    @Nullable LocalDate notBefore,
    ItemMeta meta)
    implements Stored {
  private static final Field<WorkConsumer> CONSUMER =
      Field.required("consumer", Types.oneOf(WorkConsumer.class));
  private static final Field<String> CHANGE = Field.required("change", Types.TEXT);
  private static final String ON_DAY = "on-day";
  private static final RecordType<WorkItem> FIELDS =
      RecordType.of(WorkItem.class)
          .required("nova_id", Types.NOVA_ID, WorkItem::novaId)
          .required("dirty_type", Types.oneOf(DirtyType.class), WorkItem::type)
          .field(CONSUMER, WorkItem::consumer)
          .field(CHANGE, WorkItem::change)
          .optional("not_before", Types.DAY, WorkItem::notBefore);

  /** As an item. */
  public static final ItemType<WorkItem> ITEM =
      new ItemType<>(
          new Shape(
              "WorkItem",
              "WORKQUEUE#<shard> for tables, WORKQUEUE#<consumer>#<shard> for the others",
              "<nova_id>#<dirty_type>#<change>",
              new SchemaVersion(2, 0),
              FIELDS.fields(),
              List.of(WorkItem::withConsumer)),
          FIELDS,
          WorkItem::key);

  public WorkItem {
    requireNonNull(novaId, "novaId is null");
    requireNonNull(type, "type is null");
    requireNonNull(consumer, "consumer is null");
    requireNonNull(change, "change is null");
    requireNonNull(meta, "meta is null");
  }

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
    WorkItem work = new WorkItem(nova, type, consumer, change, null, stamp.fresh());
    return ITEM.orNew(work).when(Condition.always());
  }

  /** The same for all that see what novae are, and what their products hold. */
  public static List<Write> ofProducts(NovaId nova, DirtyType type, String change, Stamp stamp) {
    return WorkConsumer.OF_PRODUCTS.stream()
        .map(consumer -> due(nova, type, consumer, change, stamp))
        .toList();
  }

  /** The same of a change that nobody can have to see yet; costs the table about half. */
  public static Write first(
      NovaId nova, DirtyType type, WorkConsumer consumer, String change, Stamp stamp) {
    WorkItem work = new WorkItem(nova, type, consumer, change, null, stamp.fresh());
    return ITEM.put(work, Condition.always());
  }

  /**
   * That on a day something of a nova becomes public by itself, which the consumer then has to see.
   * One is kept of a nova and consumer, the last.
   */
  static Write onDay(NovaId nova, WorkConsumer consumer, LocalDate day, Stamp stamp) {
    WorkItem work = new WorkItem(nova, DirtyType.RIGHTS, consumer, ON_DAY, day, stamp.fresh());
    return ITEM.orNew(work).when(Condition.always());
  }

  /** Whether there is something to see on a day, in UTC. */
  public boolean isDue(LocalDate today) {
    LocalDate from = notBefore;
    return from == null || !today.isBefore(from);
  }

  /** That the consumer has seen it; refused when it has changed since it was read, or is gone. */
  public Write seen() {
    return new Write.Delete(key(), meta.asRead());
  }

  /**
   * One of the partitions of work that waits for a consumer, 0 to {@link Keys#WORK_SHARDS} − 1.
   * Tables have those without a name, where all work was before there were others.
   */
  static String partition(WorkConsumer consumer, int shard) {
    return Keys.workQueue(consumer == WorkConsumer.TABLE ? "" : consumer + "#", shard);
  }

  private ItemKey key() {
    String partition = partition(consumer, Keys.shard(novaId.value()));
    return new ItemKey(partition, "%s#%s#%s".formatted(novaId, type, change));
  }
}
