package org.novacat.persistence.run;

import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.lock.LockRequest;

/**
 * The lock that a run holds for as long as its process lives, which tells dead runs from others.
 */
public final class RunLocks {
  private static final String PREFIX = "JobRun:";

  private RunLocks() {}

  /** What a run asks for when it begins. */
  public static LockRequest of(JobRunId run) {
    return LockRequest.mutex(key(run));
  }

  /** Its key. */
  public static String key(JobRunId run) {
    return PREFIX + run;
  }

  /** Whether a lock is one of these. */
  public static boolean isOfRun(String key) {
    return key.startsWith(PREFIX);
  }
}
