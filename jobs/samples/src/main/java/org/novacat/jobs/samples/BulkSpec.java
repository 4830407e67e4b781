package org.novacat.jobs.samples;

/**
 * How large an archive for benchmarks is, and which.
 *
 * @param seed equal seeds give equal archives
 * @param files number of files, about 200 kB each, all sound and no two alike; at least 1
 * @param novae number of novae that share them, at least 1
 */
public record BulkSpec(long seed, int files, int novae) {
  public BulkSpec {
    if (files < 1 || novae < 1) {
      throw new IllegalArgumentException(
          "Cannot make samples: %s files of %s novae (give at least 1 of both)"
              .formatted(files, novae));
    }
  }
}
