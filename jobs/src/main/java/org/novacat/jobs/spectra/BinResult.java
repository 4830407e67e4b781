package org.novacat.jobs.spectra;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one task sends back.
 *
 * @param invocation which task it was, and when
 * @param outcomes one a product of the bin, in its order
 * @param times where the task's time went
 * @param bytesRead raw bytes fetched
 * @param bytesWritten bytes of all objects put
 */
record BinResult(
    Invocation invocation,
    List<TaskOutcome> outcomes,
    PhaseTimes times,
    long bytesRead,
    long bytesWritten)
    implements Serializable {
  /**
   * One invocation of a task.
   *
   * @param bin number of its bin in the run, from 1
   * @param attempt 1 for a bin that Spark ran once
   * @param at when it began, by the executor's clock
   * @param took how long it took
   */
  record Invocation(int bin, int attempt, Instant at, Duration took) implements Serializable {}
}
