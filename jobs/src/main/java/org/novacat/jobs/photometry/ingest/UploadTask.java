package org.novacat.jobs.photometry.ingest;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.novacat.jobs.spark.Bin;
import org.novacat.jobs.spark.Waves;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.ObjectStores;
import org.novacat.persistence.store.StoreLocation;

/**
 * Decides a bin of uploads, as it travels to an executor.
 *
 * @param store where the objects lie
 * @param book the novae
 */
record UploadTask(StoreLocation store, Broadcast<NovaBook> book)
    implements Waves.Work<Bin<PlannedUpload>, UploadTask.Result> {
  /** What one task sends back. */
  record Result(int bin, int attempt, Instant at, Duration took, ArrayList<DecidedUpload> uploads)
      implements Serializable {}

  @Override
  public Result call(Bin<PlannedUpload> bin) {
    Instant at = Instant.now();
    long start = System.nanoTime();
    ArrayList<DecidedUpload> decided = new ArrayList<>();
    try (ObjectStore objects = ObjectStores.open(store)) {
      UploadProcessor processor = new UploadProcessor(objects, book.value());
      bin.pieces().forEach(upload -> decided.add(processor.process(upload)));
    }
    int attempt = TaskContext.get().attemptNumber() + 1;
    return new Result(
        bin.number(), attempt, at, Duration.ofNanos(System.nanoTime() - start), decided);
  }
}
