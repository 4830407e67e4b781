package org.novacat.persistence.commit;

/** What became of a photometry table. Each given to a committer gets exactly one. */
public sealed interface TableResult {
  TableOutcome outcome();

  /** It is recorded, by this run. */
  record Recorded(TableOutcome outcome) implements TableResult {}

  /** The lock is lost, or the item is no longer as it was read; nothing is written. */
  record Lost(TableOutcome outcome) implements TableResult {}

  /** It may or may not be recorded; its work is still in the queue, or was settled with it. */
  record Unknown(TableOutcome outcome, String why) implements TableResult {}
}
