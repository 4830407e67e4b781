package org.novacat.jobs.spectra;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.spark.Bin;
import org.novacat.jobs.spark.Waves;
import org.novacat.persistence.log.LogPointers;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.ArchiveLocation;

/**
 * The work of one task, as it travels to an executor.
 *
 * @param archive where the objects lie; opened there, for the length of the task
 * @param maxFileBytes largest file that is taken into memory
 * @param maxFileTime longest time for the work on one file
 * @param logs where the log of the run lies; null where nobody keeps it
 */
record SpectrumTask(
    ArchiveLocation archive, long maxFileBytes, Duration maxFileTime, @Nullable LogPointers logs)
    implements Waves.Work<Bin<PlannedProduct>, BinResult> {
  @Override
  public BinResult call(Bin<PlannedProduct> bin) {
    try (Archive objects = archive.open()) {
      SpectrumProcessor processor = new SpectrumProcessor(objects, maxFileBytes, maxFileTime, logs);
      List<TaskOutcome> outcomes = bin.pieces().stream().map(processor::process).toList();
      return new BinResult(
          outcomes, processor.times(), processor.bytesRead(), processor.bytesWritten());
    }
  }
}
