package org.novacat.jobs.spectra;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.job.TaskFault;

/**
 * What one task sends back.
 *
 * @param outcomes one a product of the bin, in its order
 * @param times where the task's time went
 * @param bytesRead raw bytes fetched
 * @param bytesWritten bytes of all objects put
 */
record BinResult(List<TaskOutcome> outcomes, PhaseTimes times, long bytesRead, long bytesWritten)
    implements Serializable {
  /** What kept the task from one of its products; null when nothing did. */
  @Nullable TaskFault fault() {
    for (TaskOutcome outcome : outcomes) {
      if (outcome instanceof TaskOutcome.Postponed postponed) {
        return new TaskFault(postponed.product(), postponed.fault());
      }
    }
    return null;
  }
}
