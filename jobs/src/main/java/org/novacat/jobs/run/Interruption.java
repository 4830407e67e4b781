package org.novacat.jobs.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.novacat.persistence.retry.ProcessEnds;

/**
 * Lets Ctrl-C stop a job cleanly. The JVM answers the signal by running its shutdown hooks; the
 * hook of this class asks the job to stop and holds the JVM until the job has committed what is
 * under way and written its report, or until patience ends.
 *
 * <p>It runs before the hooks that stop Spark and close Hadoop's file systems, which would
 * otherwise take the executors away from a job that is about to end in order. Spark registers its
 * own with Hadoop's manager too, at {@code FileSystem.SHUTDOWN_HOOK_PRIORITY + 30}, and the manager
 * runs those of higher priority first.
 */
public final class Interruption implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int BEFORE_SPARK = FileSystem.SHUTDOWN_HOOK_PRIORITY + 1000;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Runnable hook = this::stop;
  private volatile boolean requested;

  private Interruption() {}

  /** Begins to listen. */
  public static Interruption listen() {
    Interruption interruption = new Interruption();
    // The manager's own patience has to outlast that of the hook.
    ShutdownHookManager.get()
        .addShutdownHook(
            interruption.hook, BEFORE_SPARK, 2 * PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return interruption;
  }

  /** Whether the user wants the job to stop. */
  public boolean requested() {
    return requested;
  }

  private void stop() {
    requested = true;
    ProcessEnds.begin();
    // Tasks that are cut short say so at length; that is what was asked for.
    Configurator.setAllLevels("org.apache.spark", Level.OFF);
    try {
      if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        System.err.println(
            "novacat: the job did not stop in time; the next run repairs what is left");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that the job has ended and stops listening. */
  @Override
  public void close() {
    ended.countDown();
    if (!requested) {
      try {
        ShutdownHookManager.get().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM is on its way out already; the hook has nothing left to wait for.
      }
    }
  }
}
