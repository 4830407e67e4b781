package org.novacat.jobs.photometry.field;

import java.util.List;
import java.util.Random;

/** Draws by chance. */
final class Draw {
  private Draw() {}

  static <T> T of(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
