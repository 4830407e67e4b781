package org.novacat.persistence.testing;

import java.util.Random;

/**
 * How often a store fails, and how. Rates are probabilities of one request, 0 to 1.
 *
 * @param throttled turned away before anything happened
 * @param failed a fault of the server, before anything happened, though the caller cannot know
 * @param replyLost carried out, but the reply never came
 * @param partial a batched read of which a part is left unprocessed
 */
public record FaultPlan(
    long seed, double throttled, double failed, double replyLost, double partial) {
  /** Nothing fails. */
  public static FaultPlan none() {
    return new FaultPlan(0, 0, 0, 0, 0);
  }

  /** Each fault at {@code rate}, so that three requests in ten fail at 0.1. */
  public static FaultPlan everything(long seed, double rate) {
    return new FaultPlan(seed, rate, rate, rate, rate);
  }

  /** What happens to one request. */
  public enum Fault {
    NONE,
    THROTTLED,
    FAILED,
    REPLY_LOST
  }

  Fault next(Random random) {
    double roll = random.nextDouble();
    if (roll < throttled) {
      return Fault.THROTTLED;
    }
    if (roll < throttled + failed) {
      return Fault.FAILED;
    }
    return roll < throttled + failed + replyLost ? Fault.REPLY_LOST : Fault.NONE;
  }
}
