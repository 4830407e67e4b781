package org.novacat.jobs.spectra;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a run will do, as a value: the products are in {@code file}, in the order in which they will
 * be handed to tasks. Closing it removes the file.
 *
 * @param id equal plans have equal ids
 * @param products number of products
 * @param first how many of them come before the ones whose bytes an earlier one may have; those
 *     wait until all before them are committed
 * @param bytes of all raw files
 * @param novae number of novae with a product in the plan
 * @param notYet eligible products whose wait after a failure has not ended
 */
record IngestPlan(
    Path file, String id, long products, long first, long bytes, long novae, long notYet)
    implements AutoCloseable {
  IngestPlan {
    requireNonNull(file, "file is null");
    requireNonNull(id, "id is null");
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove temporary file '%s'".formatted(file), e);
    }
  }
}
