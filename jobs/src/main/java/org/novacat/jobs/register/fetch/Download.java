package org.novacat.jobs.register.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.register.fetch.FetchLimits.WebLimits;
import org.novacat.jobs.register.fetch.WebClient.SlowServers;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.persistence.retry.Waits;

/**
 * The body of an answer on its way into a file. Threads of the client bring bytes; the one that
 * asked looks from time to time whether enough of them came.
 */
final class Download implements BodySubscriber<Download> {
  private static final int BUFFER = 1 << 16;

  private final URI address;
  private final FetchLimits limits;
  private final boolean wanted;
  private final CompletableFuture<Fetched> end = new CompletableFuture<>();
  private final byte[] buffer;
  private @Nullable Subscription subscription;
  private @Nullable Spool spool;
  private long arrived;
  private boolean over;

  /**
   * @param wanted whether the body is what was asked for; the body of an error page is not read
   */
  Download(URI address, FetchLimits limits, boolean wanted) {
    this.address = address;
    this.limits = limits;
    this.wanted = wanted;
    this.buffer = new byte[wanted ? BUFFER : 0];
  }

  /** There at once: the head of an answer does not wait for its body. */
  @Override
  public CompletionStage<Download> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public synchronized void onSubscribe(Subscription given) {
    subscription = given;
    if (over || !wanted) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> parts) {
    if (over) {
      return;
    }
    try {
      for (ByteBuffer part : parts) {
        take(part);
      }
      if (subscription != null) {
        subscription.request(1);
      }
    } catch (RejectedException e) {
      stop(e);
    }
  }

  private void take(ByteBuffer part) throws RejectedException {
    arrived += part.remaining();
    Fetcher.checkSize(address.toString(), arrived, limits);
    Spool into = spool();
    while (part.hasRemaining()) {
      int count = Math.min(part.remaining(), buffer.length);
      part.get(buffer, 0, count);
      into.write(buffer, count);
    }
  }

  private Spool spool() throws RejectedException {
    if (spool == null) {
      spool = Spool.open();
    }
    return spool;
  }

  @Override
  public synchronized void onError(Throwable why) {
    stop(why);
  }

  @Override
  public synchronized void onComplete() {
    if (!over) {
      over = true;
      if (!wanted) {
        return;
      }
      try {
        end.complete(spool().handOver());
      } catch (RejectedException e) {
        end.completeExceptionally(e);
      }
    }
  }

  /** Ends the transfer and removes what came; does nothing once all came. */
  synchronized void stop(Throwable why) {
    if (!over) {
      over = true;
      end.completeExceptionally(why);
      if (subscription != null) {
        subscription.cancel();
      }
      if (spool != null) {
        spool.close();
      }
    }
  }

  /** Ends the transfer and removes all of it, also when it was complete. */
  void discard() {
    stop(new IOException("given up"));
    if (end.isDone() && !end.isCompletedExceptionally()) {
      end.join().close();
    }
  }

  private synchronized long arrived() {
    return arrived;
  }

  /**
   * Waits for the last byte.
   *
   * @throws RejectedException when too few bytes come in a while, all takes too long, or they are
   *     too many
   * @throws IOException when the transfer broke off
   */
  Fetched await(Waits waits) throws IOException, InterruptedException, RejectedException {
    long before = 0;
    try (Waits.Wait wait = waits.begin()) {
      while (true) {
        try {
          return stretch(wait);
        } catch (TimeoutException e) {
          long now = arrived();
          checkSpeed(now, now - before, left(wait));
          before = now;
        }
      }
    } catch (ExecutionException e) {
      throw broken(e.getCause());
    }
  }

  private Fetched stretch(Waits.Wait wait)
      throws InterruptedException, ExecutionException, TimeoutException {
    Duration left = left(wait);
    Duration patience = limits.web().patience();
    Fetched all =
        wait.get(
            end,
            left.compareTo(patience) < 0 ? left : patience,
            address.toString(),
            () -> String.format(Locale.ROOT, "%,d bytes have come", arrived()),
            limits.web().whole());
    wait.over();
    return all;
  }

  private Duration left(Waits.Wait wait) {
    return limits.web().whole().minus(wait.soFar());
  }

  private void checkSpeed(long all, long recent, Duration left) throws RejectedException {
    WebLimits web = limits.web();
    if (left.compareTo(Duration.ZERO) <= 0) {
      throw new RejectedException(
          RejectCode.SOURCE_TOO_SLOW,
          "Cannot fetch '%s': %s bytes came in %s, the longest for one file, and not the last (fetch it by other means, and register the file)"
              .formatted(address, all, text(web.whole())));
    }
    if (recent < web.floorBytes()) {
      throw new SlowServers.TooSlow(
          "Cannot fetch '%s': %s bytes came in the last %s, the least is %s (try again later, or raise --http-wait)"
              .formatted(address, recent, text(web.patience()), web.floorBytes()));
    }
  }

  private static IOException broken(@Nullable Throwable why) throws RejectedException {
    if (why instanceof RejectedException rejected) {
      throw rejected;
    }
    return why instanceof IOException io ? io : new IOException(String.valueOf(why), why);
  }

  static String text(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}
