package org.novacat.persistence.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.Map;
import org.novacat.persistence.failure.StoreRefusedException;

/**
 * Bytes that an item takes by the rules of DynamoDB (Developer Guide, "DynamoDB item sizes and
 * formats"): names and texts in UTF-8, two digits of a number a byte, three bytes for a list or a
 * map and one for each of its elements. Every table of ours keeps to its limits, so that what fits
 * into one fits into all.
 */
public final class ItemSize {
  /** Largest item: 400 KB. */
  public static final int MOST = 400 << 10;

  /**
   * The most that one write may bring: half an item, since an update adds to what is there already
   * and nobody reads that first.
   */
  public static final int MOST_IN_WRITE = MOST / 2;

  /** The most that the items of one transaction may have together: 4 MB. */
  public static final int MOST_TOUCHED = 4 << 20;

  /** The most that the writes of one transaction may bring: half of that, for the same reason. */
  public static final int MOST_IN_TRANSACTION = MOST_TOUCHED / 2;

  private static final int NESTED = 3;
  private static final int MOST_NUMBER = 21;

  private ItemSize() {}

  /** Bytes that a write brings; those that it removes are not taken off. */
  public static long of(Write write) {
    if (write instanceof Write.Put put) {
      return of(put.item());
    }
    if (write instanceof Write.Update update) {
      long counts = update.counts().stream().mapToLong(name -> of(name) + MOST_NUMBER).sum();
      return of(update.key()) + of(update.sets()) + of(update.initials()) + counts;
    }
    return of(write.key());
  }

  /** Bytes of a whole item. */
  public static long of(RawItem item) {
    return of(item.key()) + of(item.attributes());
  }

  /**
   * Lets a write pass that is not too large for any table.
   *
   * @throws StoreRefusedException when it is, or its key is too long; nothing was sent
   */
  public static void check(Write write) {
    KeyLimits.problem(write.key())
        .ifPresent(
            what -> {
              throw new StoreRefusedException(
                  "Cannot write item '%s': %s (shorten the name or address in it)"
                      .formatted(write.key(), what),
                  null);
            });
    long bytes = of(write);
    if (bytes > MOST) {
      throw new StoreRefusedException(
          "Cannot write item '%s': it has %s bytes, and an item has at most %s (report this)"
              .formatted(write.key(), bytes, MOST),
          null);
    }
  }

  private static long of(ItemKey key) {
    return of("PK") + of(key.pk()) + of("SK") + of(key.sk());
  }

  private static long of(Map<String, Attribute> attributes) {
    return attributes.entrySet().stream()
        .mapToLong(entry -> of(entry.getKey()) + of(entry.getValue()))
        .sum();
  }

  private static long of(Attribute attribute) {
    if (attribute instanceof Attribute.Text text) {
      return of(text.value());
    }
    if (attribute instanceof Attribute.Num num) {
      return of(num.value());
    }
    if (attribute instanceof Attribute.Many many) {
      return NESTED + many.values().stream().mapToLong(value -> 1 + of(value)).sum();
    }
    if (attribute instanceof Attribute.Group group) {
      return NESTED + group.values().size() + of(group.values());
    }
    if (attribute instanceof Attribute.Foreign foreign) {
      return 1 + of(foreign.text());
    }
    return 1;
  }

  private static long of(BigDecimal number) {
    int digits = Math.max(number.precision(), number.precision() - number.scale());
    return Math.min(MOST_NUMBER, (digits + 1) / 2 + 1 + (number.signum() < 0 ? 1 : 0));
  }

  private static long of(String text) {
    return text.getBytes(UTF_8).length;
  }
}
