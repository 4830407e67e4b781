package org.novacat.layouts.testing;

import java.security.SecureRandom;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Property tests: one body, many random cases, each with a seed of its own.
 *
 * <pre>Seeded.cases(1000, random -> assertThat(parse(format(fields(random)))).isEqualTo(…));</pre>
 *
 * <p>Seeds are fresh in every run. A failure names the seed of its case; {@code
 * -Dnovacat.seed=<seed> -Dtest=<class>} then runs that case alone.
 */
public final class Seeded {
  /** The system property that replays one case. */
  public static final String PROPERTY = "novacat.seed";

  private Seeded() {}

  /** The body of a property test; it may throw anything. */
  @FunctionalInterface
  public interface Case {
    void run(Random random) throws Exception;
  }

  /**
   * Runs {@code body} with {@code count} random generators, or with the one that is asked for.
   *
   * @throws AssertionError for the first case that fails, with its seed in the message
   */
  public static void cases(int count, Case body) {
    String replay = System.getProperty(PROPERTY);
    if (replay != null) {
      run(Long.parseLong(replay), body);
      return;
    }
    SplittableRandom seeds = new SplittableRandom(new SecureRandom().nextLong());
    for (int i = 0; i < count; i++) {
      run(seeds.nextLong(), body);
    }
  }

  private static void run(long seed, Case body) {
    try {
      body.run(new Random(seed));
    } catch (Exception | AssertionError e) {
      throw new AssertionError(
          "Case failed: %s (replay with -D%s=%d)".formatted(e.getMessage(), PROPERTY, seed), e);
    }
  }
}
