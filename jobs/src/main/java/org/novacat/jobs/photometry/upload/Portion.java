package org.novacat.jobs.photometry.upload;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.novacat.layouts.id.NovaId;

/**
 * What of an upload is about one nova.
 *
 * @param rows good ones
 * @param objects names under which they stand in the file; "" for rows that name none
 */
record Portion(NovaId nova, long rows, List<String> objects) {
  public Portion {
    requireNonNull(nova, "nova is null");
    objects = List.copyOf(objects);
  }
}
