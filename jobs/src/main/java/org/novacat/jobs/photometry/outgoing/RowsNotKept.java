package org.novacat.jobs.photometry.outgoing;

import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;

/**
 * Rows have to be left out of a table, and those of an upload were not kept, so that no other table
 * can be made.
 */
public final class RowsNotKept extends RuntimeException {
  private static final long serialVersionUID = 1;

  RowsNotKept(NovaId nova, IngestFileId upload) {
    super(
        "Cannot leave rows out of the photometry of nova '%s': upload '%s' was decided by a novacat that kept none (run 'novacat photometry migrate')"
            .formatted(nova, upload));
  }
}
