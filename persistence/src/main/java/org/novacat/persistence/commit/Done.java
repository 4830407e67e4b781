package org.novacat.persistence.commit;

import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.TransactResult;

/** A batch that came back: with a result, or with a failure. */
record Done<U extends CommitUnit>(
    Batch<U> batch,
    @Nullable TransactResult result,
    @Nullable RuntimeException failure,
    long nanos) {}
