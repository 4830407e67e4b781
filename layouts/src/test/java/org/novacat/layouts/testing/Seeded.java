package org.novacat.layouts.testing;

import java.security.SecureRandom;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Property tests: one body, many random cases, each with a seed of its own.
 *
 * <pre>Seeded.cases(1000, random -> assertThat(parse(format(fields(random)))).isEqualTo(…));</pre>
 *
 * <p>Seeds are the same in every run, so that a build that was green stays green; {@code
 * -Dnovacat.seed=fresh} searches with new ones. A failure names the seed of its case; {@code
 * -Dnovacat.seed=<seed> -Dtest=<class>} then runs that case alone.
 */
public final class Seeded {
  /** The system property that replays one case, or asks for fresh ones. */
  public static final String PROPERTY = "novacat.seed";

  private static final String FRESH = "fresh";
  private static final long USUAL = 20_260_221;

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
    boolean fresh = FRESH.equals(replay);
    if (replay != null && !fresh) {
      run(Long.parseLong(replay), body);
      return;
    }
    SplittableRandom seeds = new SplittableRandom(fresh ? new SecureRandom().nextLong() : USUAL);
    for (int i = 0; i < count; i++) {
      run(seeds.nextLong(), body);
    }
  }

  private static void run(long seed, Case body) {
    try {
      body.run(new Random(seed));
    } catch (Exception | AssertionError e) {
      throw new AssertionError(
          "Case failed: %s (replay with -D%s=%s)".formatted(e.getMessage(), PROPERTY, seed), e);
    }
  }
}
