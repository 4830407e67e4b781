package org.novacat.persistence.commit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.novacat.persistence.table.Table;

/**
 * How a committer packs and sends.
 *
 * @param inFlight transactions under way at once
 * @param actions of one transaction at most, 1 to 100
 * @param linger a transaction that is not full waits no longer than this for more, as long as more
 *     is being given
 */
public record CommitSettings(int inFlight, int actions, Duration linger) {
  /** Eight full transactions under way. */
  public static final CommitSettings DEFAULTS =
      new CommitSettings(8, Table.MOST_IN_ONE_REQUEST, Duration.ofSeconds(2));

  public CommitSettings {
    requireNonNull(linger, "linger is null");
    if (inFlight < 1 || actions < 1 || actions > Table.MOST_IN_ONE_REQUEST) {
      throw new IllegalArgumentException(
          "Cannot commit with %s transactions in flight of %s actions (at least 1; 1 to 100)"
              .formatted(inFlight, actions));
    }
  }
}
