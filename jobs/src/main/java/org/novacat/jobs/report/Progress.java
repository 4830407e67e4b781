package org.novacat.jobs.report;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One line on standard error that says how far a job is; nothing where that is no terminal, which
 * the launcher knows and says by the property {@code novacat.terminal}. Not safe for several
 * threads.
 */
public final class Progress implements AutoCloseable {
  private static final long EVERY_NANOS = 200_000_000L;
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final PrintStream out;
  private final boolean shown;
  private final String what;
  private final long total;
  private final LongSupplier nanos;
  private final long start;
  private long last;
  private long done;

  Progress(PrintStream out, boolean shown, String what, long total, LongSupplier nanos) {
    this.out = out;
    this.shown = shown;
    this.what = what;
    this.total = total;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.last = start - EVERY_NANOS;
  }

  /**
   * A progress line for {@code total} things.
   *
   * @param what their plural, e.g. {@code spectra}
   */
  public static Progress of(String what, long total) {
    return new Progress(
        System.err, Boolean.getBoolean("novacat.terminal"), what, total, System::nanoTime);
  }

  /** What to begin another line with, so that nothing of a progress line stays before it. */
  public static String clearLine() {
    return Boolean.getBoolean("novacat.terminal") ? CLEAR_LINE : "";
  }

  /** Says that {@code more} things are done. */
  public void add(long more) {
    done += more;
    long now = nanos.getAsLong();
    if (shown && now - last >= EVERY_NANOS) {
      last = now;
      out.print(CLEAR_LINE + line(now));
      out.flush();
    }
  }

  private String line(long now) {
    double seconds = Math.max((now - start) / 1e9, 1e-3);
    double rate = done / seconds;
    long left = rate > 0 ? Math.round((total - done) / rate) : 0;
    return String.format(
        Locale.ROOT,
        "%,d of %,d %s  %d%%  %,.0f/s  %d:%02d left",
        done,
        total,
        what,
        total == 0 ? 100 : 100 * done / total,
        rate,
        left / 60,
        left % 60);
  }

  /** Removes the line. */
  @Override
  public void close() {
    if (shown) {
      out.print(CLEAR_LINE);
      out.flush();
    }
  }
}
