package org.novacat.persistence.retry;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a run waits, and when it says so: once something has kept it for ten seconds, then every
 * thirty at most, and when nothing keeps it any more. One for a whole run, so that eight threads
 * that wait for one table say it once. Safe for use by many threads.
 */
public final class Waits {
  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final Duration AGAIN = Duration.ofSeconds(30);

  /** Before a run has shared its own: executors on other machines have nobody to tell. */
  private static final Waits NOBODYS = said(WaitListener.NONE);

  private static final AtomicReference<@Nullable Waits> SHARED = new AtomicReference<>();

  private final Pause pause;
  private final InstantSource clock;
  private final WaitListener listener;
  private final Set<Wait> tooLong = new HashSet<>();
  private @Nullable Instant told;
  private boolean isTelling;

  /**
   * Any way of waiting, for tests.
   *
   * @param clock by which it is measured
   */
  public Waits(Pause pause, InstantSource clock, WaitListener listener) {
    this.pause = requireNonNull(pause, "pause is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.listener = requireNonNull(listener, "listener is null");
  }

  /** Really waits, by a clock that nobody sets. */
  public static Waits said(WaitListener listener) {
    return new Waits(Pause.REAL, steady(), listener);
  }

  /** The ones that the run of this process shared last; silent ones where none did. */
  public static Waits ofProcess() {
    return requireNonNullElse(SHARED.get(), NOBODYS);
  }

  /**
   * Makes these the ones of the process: tasks that Spark runs in it say with them that they wait.
   */
  public Waits share() {
    SHARED.set(this);
    return this;
  }

  /** Takes that back, unless another run has shared its own since. */
  public void unshare() {
    SHARED.compareAndSet(this, null);
  }

  /** Waits without a word. */
  public static Waits silent(Pause pause) {
    return new Waits(pause, steady(), WaitListener.NONE);
  }

  /**
   * Goes on evenly whatever the machine's clock is set to: a laptop that was asleep sets it forward
   * by hours, and a wait is not over by that.
   */
  private static InstantSource steady() {
    Instant start = Instant.now();
    long nanos = System.nanoTime();
    return () -> start.plusNanos(System.nanoTime() - nanos);
  }

  /** How it waits, for what is not worth a word. */
  public Pause pause() {
    return pause;
  }

  /** Something that may have to be waited for begins now. */
  public Wait begin() {
    return new Wait(clock.instant());
  }

  /** One thing that one thread waits for. Closing it says nothing; {@link #over} does. */
  public final class Wait implements AutoCloseable {
    private final Instant begun;
    private boolean isLong;

    private Wait(Instant begun) {
      this.begun = begun;
    }

    /** How long it is since it began. */
    public Duration soFar() {
      return Duration.between(begun, clock.instant());
    }

    /**
     * Waits, and says so where it is time to.
     *
     * @param atMost since the beginning
     * @throws InterruptedException when the thread is asked to stop meanwhile
     */
    public void sleep(Duration length, String what, String why, Duration atMost)
        throws InterruptedException {
      Duration left = length;
      do {
        Duration quiet = told(this, what, why, atMost);
        Duration slice = quiet.compareTo(left) < 0 ? quiet : left;
        pause.sleep(slice);
        left = left.minus(slice);
      } while (left.compareTo(Duration.ZERO) > 0);
    }

    /**
     * Waits for a result of another thread, and says so where it is time to.
     *
     * @param length how long, from now
     * @param why what is known of it by the time that it is said
     * @param atMost since the beginning
     * @throws TimeoutException when it has not come by then
     * @throws ExecutionException what the other thread failed with
     * @throws InterruptedException when the thread is asked to stop meanwhile
     */
    public <T> T get(
        Future<T> result, Duration length, String what, Supplier<String> why, Duration atMost)
        throws InterruptedException, ExecutionException, TimeoutException {
      Instant end = clock.instant().plus(length);
      while (true) {
        Duration quiet = told(this, what, why.get(), atMost);
        Duration left = Duration.between(clock.instant(), end);
        boolean isLast = left.compareTo(quiet) <= 0;
        try {
          return result.get((isLast ? left : quiet).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
          if (isLast) {
            throw e;
          }
        }
      }
    }

    /** It has come. */
    public void over() {
      if (isLong) {
        ended(this, true);
      }
    }

    @Override
    public void close() {
      if (isLong) {
        ended(this, false);
      }
    }
  }

  /** Tells if it is time to, and for how long there is nothing to tell. */
  private synchronized Duration told(Wait wait, String what, String why, Duration atMost) {
    if (listener == WaitListener.NONE) {
      return Duration.ofDays(1);
    }
    Instant now = clock.instant();
    Instant due = wait.begun.plus(QUIET);
    if (now.isBefore(due)) {
      return Duration.between(now, due);
    }
    wait.isLong = true;
    tooLong.add(wait);
    Instant again = told == null ? now : told.plus(AGAIN);
    if (now.isBefore(again)) {
      return Duration.between(now, again);
    }
    told = now;
    isTelling = true;
    Duration soFar = wait.soFar();
    listener.waits(new Waiting(what, why, soFar, atMost.minus(soFar)));
    return AGAIN;
  }

  private synchronized void ended(Wait wait, boolean hasCome) {
    wait.isLong = false;
    tooLong.remove(wait);
    if (tooLong.isEmpty() && isTelling) {
      isTelling = false;
      if (hasCome) {
        listener.goesOn(wait.soFar());
      }
    }
  }
}
