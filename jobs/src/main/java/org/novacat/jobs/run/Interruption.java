package org.novacat.jobs.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * Lets Ctrl-C stop a job cleanly. The JVM answers the signal by running its shutdown hooks; the
 * hook of this class asks the job to stop and holds the JVM until the job has committed what is
 * under way and written its report, or until patience ends.
 */
public final class Interruption implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "novacat-interruption");
  private volatile boolean requested;

  private Interruption() {}

  /** Begins to listen. */
  public static Interruption listen() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /** Whether the user wants the job to stop. */
  public boolean requested() {
    return requested;
  }

  private void stop() {
    requested = true;
    // Spark says at length that its pools take no more work; that is what was asked for.
    Configurator.setLevel("org.apache.spark", Level.OFF);
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
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM is on its way out already; the hook has nothing left to wait for.
      }
    }
  }
}
