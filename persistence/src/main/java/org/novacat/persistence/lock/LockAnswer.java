package org.novacat.persistence.lock;

import java.time.Instant;
import org.novacat.layouts.id.JobRunId;

/** What became of the wish to work alone. */
public sealed interface LockAnswer {
  /** The caller holds the lock. */
  record Acquired(Lease lease) implements LockAnswer {}

  /** Another run holds it, at least until then unless it gives up. */
  record Held(JobRunId by, Instant until) implements LockAnswer {}

  /** The same work has been done; this is what came of it. */
  record Completed(JobRunId by, String outcome) implements LockAnswer {}
}
