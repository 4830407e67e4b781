package org.novacat.persistence.product;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.JobRunId;

/**
 * That a valid product is to be read again.
 *
 * @param reason in the words of the person or run that wants it
 * @param by the run that asked for it
 */
public record Reprocessing(String reason, JobRunId by) {
  public Reprocessing {
    requireNonNull(reason, "reason is null");
    requireNonNull(by, "by is null");
  }
}
