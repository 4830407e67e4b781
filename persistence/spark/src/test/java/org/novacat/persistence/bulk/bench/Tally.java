package org.novacat.persistence.bulk.bench;

import java.io.Serializable;

/**
 * What a job adds up over the items it reads.
 *
 * @param items how many
 * @param bytes the sum of their attribute {@code byte_length}
 * @param letters the sum of the lengths of their attribute {@code locator}; 0 where a job does not
 *     read it
 */
record Tally(long items, long bytes, long letters) implements Serializable {
  static final Tally NONE = new Tally(0, 0, 0);

  Tally plus(Tally more) {
    return new Tally(items + more.items, bytes + more.bytes, letters + more.letters);
  }
}
