package org.novacat.jobs.spark;

/**
 * No further file is begun in this JVM, because the threads of too many others do not stop. It is
 * no verdict on the file that meets it.
 */
public final class StuckThreadsError extends Error {
  private static final long serialVersionUID = 1;

  StuckThreadsError(int threads) {
    super(
        "Cannot begin file: the work on %s others, which ran out of time, does not stop (run again, in a new process; raise --max-file-seconds if you trust those that the report names as timed out)"
            .formatted(threads));
  }
}
