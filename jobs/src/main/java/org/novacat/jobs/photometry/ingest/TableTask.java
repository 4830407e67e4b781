package org.novacat.jobs.photometry.ingest;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.apache.spark.TaskContext;
import org.novacat.jobs.spark.Bin;
import org.novacat.jobs.spark.Waves;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.ObjectStores;
import org.novacat.persistence.store.StoreLocation;

/**
 * Builds the tables of a bin of novae, as it travels to an executor.
 *
 * @param store where the objects lie
 * @param builtAt when the run began
 */
record TableTask(StoreLocation store, Instant builtAt)
    implements Waves.Work<Bin<PlannedTable>, TableTask.Result> {
  /** What one task sends back. */
  record Result(int bin, int attempt, Instant at, Duration took, ArrayList<BuiltTable> tables)
      implements Serializable {}

  @Override
  public Result call(Bin<PlannedTable> bin) {
    Instant at = Instant.now();
    long start = System.nanoTime();
    ArrayList<BuiltTable> built = new ArrayList<>();
    try (ObjectStore objects = ObjectStores.open(store)) {
      TableBuilder builder = new TableBuilder(objects, builtAt);
      bin.pieces().forEach(table -> built.add(builder.build(table)));
    }
    int attempt = TaskContext.get().attemptNumber() + 1;
    return new Result(
        bin.number(), attempt, at, Duration.ofNanos(System.nanoTime() - start), built);
  }
}
