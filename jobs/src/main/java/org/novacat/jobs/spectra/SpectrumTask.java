package org.novacat.jobs.spectra;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.job.TaskFault;
import org.novacat.jobs.spark.Bin;
import org.novacat.jobs.spark.Waves;
import org.novacat.persistence.bucket.ArchiveLocation;
import org.novacat.persistence.log.LogPointers;
import org.novacat.persistence.store.Archive;

/**
 * The work of one task, as it travels to an executor.
 *
 * @param archive where the objects lie; opened there, for the length of the task
 * @param logs where the log of the run lies; null where nobody keeps it
 */
record SpectrumTask(
    ArchiveLocation archive, long maxFileBytes, Duration maxFileTime, @Nullable LogPointers logs)
    implements Waves.Work<Bin<PlannedProduct>, SpectrumTask.Result> {
  /**
   * What one task sends back.
   *
   * @param outcomes one a product of the bin, in its order
   * @param unaccounted pieces of files that were stored and nobody understood
   */
  record Result(
      List<TaskOutcome> outcomes,
      PhaseTimes times,
      long bytesRead,
      long bytesWritten,
      long unaccounted)
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

  @Override
  public Result call(Bin<PlannedProduct> bin) {
    try (Archive objects = archive.open()) {
      SpectrumProcessor processor = new SpectrumProcessor(objects, maxFileBytes, maxFileTime, logs);
      return processor.result(bin.pieces().stream().map(processor::process).toList());
    }
  }
}
