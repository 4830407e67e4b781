package org.novacat.jobs.zarr;

import java.util.function.Supplier;
import org.novacat.jobs.job.JobRunner;

/** How long each phase of an export took, by the clock on the wall. */
record Phases(JobRunner run) {
  <T> T time(String phase, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      run.measured(phase + "_seconds", (System.nanoTime() - start) / 1e9);
    }
  }

  void time(String phase, Runnable work) {
    time(
        phase,
        () -> {
          work.run();
          return true;
        });
  }
}
