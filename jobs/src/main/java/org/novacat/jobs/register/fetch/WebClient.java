package org.novacat.jobs.register.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.register.fetch.WebClient.SlowServers.TooSlow;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.persistence.retry.Waits;

/**
 * Fetches http and https addresses into temporary files, with retries of what may pass. Whatever a
 * server does ends as bytes or as a rejection, in bounded time.
 */
final class WebClient {
  private static final long FIRST_WAIT_MILLIS = 500;

  private final FetchLimits limits;
  private final Waits waits;
  private final SlowServers slow = new SlowServers();
  private final HttpClient client;

  WebClient(FetchLimits limits, Waits waits) {
    this.limits = limits;
    this.waits = waits;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(Redirect.NORMAL)
            .connectTimeout(limits.web().patience())
            .build();
  }

  Fetched fetch(URI address) throws RejectedException {
    IOException last = null;
    for (int attempt = 0; attempt < limits.web().attempts(); attempt++) {
      try {
        waitBefore(attempt);
        return once(address);
      } catch (IOException e) {
        last = e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw unreachable(address, "interrupted");
      }
    }
    throw unreachable(address, last == null ? "" : why(last));
  }

  private void waitBefore(int attempt) throws InterruptedException {
    if (attempt > 0) {
      long longest = limits.web().patience().toMillis() / 4;
      TimeUnit.MILLISECONDS.sleep(Math.min(FIRST_WAIT_MILLIS << attempt, longest));
    }
  }

  private Fetched once(URI address) throws IOException, InterruptedException, RejectedException {
    long asked = slow.ask(address);
    HttpResponse<Download> answer;
    try {
      answer = answer(address);
    } catch (TooSlow e) {
      slow.tooSlow(address, asked);
      throw e;
    }
    try {
      Fetched fetched = body(address, answer);
      slow.answered(address);
      slow.answered(answer.uri());
      return fetched;
    } catch (TooSlow e) {
      // The server that it is led to, where that is another.
      slow.tooSlow(answer.uri(), asked);
      throw e;
    }
  }

  private Fetched body(URI address, HttpResponse<Download> answer)
      throws IOException, InterruptedException, RejectedException {
    Fetched fetched = null;
    try {
      checkStatus(address, answer.statusCode());
      checkHead(address, answer);
      fetched = answer.body().await(waits);
      return fetched;
    } finally {
      if (fetched == null) {
        answer.body().discard();
      }
    }
  }

  private HttpResponse<Download> answer(URI address)
      throws IOException, InterruptedException, RejectedException {
    CompletableFuture<HttpResponse<Download>> asked = ask(address);
    HttpResponse<Download> answer = null;
    try {
      answer = head(address, asked);
      return answer;
    } catch (TimeoutException | HttpConnectTimeoutException e) {
      throw silent(address);
    } catch (ExecutionException e) {
      throw senseless(address, e.getCause());
    } finally {
      if (answer == null) {
        giveUp(asked);
      }
    }
  }

  private HttpResponse<Download> head(URI address, Future<HttpResponse<Download>> asked)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    Duration patience = limits.web().patience();
    try (Waits.Wait wait = waits.begin()) {
      HttpResponse<Download> answer =
          wait.get(asked, patience, address.toString(), () -> "no answer yet", patience);
      wait.over();
      return answer;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      throw e;
    }
  }

  /** The answer may come just now, and its body would go on coming. */
  private static void giveUp(CompletableFuture<HttpResponse<Download>> asked) {
    if (!asked.cancel(true) && !asked.isCompletedExceptionally()) {
      asked.join().body().discard();
    }
  }

  private CompletableFuture<HttpResponse<Download>> ask(URI address) throws RejectedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address).header("Accept-Encoding", "identity").build();
      return client.sendAsync(
          request, head -> new Download(address, limits, head.statusCode() == 200));
    } catch (IllegalArgumentException e) {
      throw new RejectedException(
          RejectCode.LOCATOR_UNSUPPORTED,
          "Cannot fetch '%s': %s (mend the address)".formatted(address, e.getMessage()));
    }
  }

  private static void checkStatus(URI address, int status) throws IOException, RejectedException {
    if (status >= 500 || status == 429 || status == 408) {
      throw new IOException("the server answers " + status);
    }
    if (status == 404 || status == 410) {
      throw new RejectedException(
          RejectCode.SOURCE_MISSING,
          "Cannot fetch '%s': the server answers %s (check the address)"
              .formatted(address, status));
    }
    if (status >= 300 && status < 400) {
      throw new RejectedException(
          RejectCode.SOURCE_UNREACHABLE,
          "Cannot fetch '%s': the server answers %s and leads in a circle, too far, or out of http (give the address that it leads to)"
              .formatted(address, status));
    }
    if (status != 200) {
      throw new RejectedException(
          RejectCode.SOURCE_DENIED,
          "Cannot fetch '%s': the server answers %s (check that it may be read without a log-in)"
              .formatted(address, status));
    }
  }

  /** Bytes in a coding that was not asked for, or of two lengths, are not those of the file. */
  private void checkHead(URI address, HttpResponse<Download> answer) throws RejectedException {
    List<String> lengths =
        answer.headers().allValues("content-length").stream().distinct().toList();
    if (lengths.size() > 1) {
      throw senseless(address, "it has the lengths " + String.join(" and ", lengths));
    }
    if (lengths.size() == 1 && lengths.get(0).matches("[0-9]{1,18}")) {
      Fetcher.checkSize(address.toString(), Long.parseLong(lengths.get(0)), limits);
    }
    List<String> codings = answer.headers().allValues("content-encoding");
    if (!codings.stream().allMatch(one -> one.matches("(?i)identity|(x-)?gzip"))) {
      throw senseless(address, "its coding is " + String.join(", ", codings));
    }
  }

  private TooSlow silent(URI address) {
    return new TooSlow(
        "Cannot fetch '%s': no answer within %s (try again later, or raise --http-wait)"
            .formatted(address, Download.text(limits.web().patience())));
  }

  private static RejectedException senseless(URI address, @Nullable Object why) {
    return new RejectedException(
        RejectCode.SOURCE_UNREACHABLE,
        "Cannot fetch '%s': the server's answer makes no sense: %s (fetch the file by other means and register it from disk)"
            .formatted(address, why));
  }

  private RejectedException unreachable(URI address, @Nullable String why) {
    return new RejectedException(
        RejectCode.SOURCE_UNREACHABLE,
        "Cannot fetch '%s': %s, after %s attempts (try again later)"
            .formatted(address, why, limits.web().attempts()));
  }

  /** Some failures of the JDK's client have no message of their own, but their causes have. */
  private static String why(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (one.getMessage() != null) {
        return one.getMessage();
      }
    }
    return failure instanceof ConnectException ? "connection refused" : failure.toString();
  }

  /**
   * Which web servers keep a run waiting in vain. One that was too slow for several files in turn
   * is not asked again: a list of a thousand files would wait for it a thousand times. Files that
   * are waited for side by side count once, as they tell of one moment. Safe for many threads.
   */
  static final class SlowServers {
    /** One file, or two, may be slow where the server is not. */
    private static final int ENOUGH = 3;

    private final Map<String, Server> servers = new ConcurrentHashMap<>();

    /**
     * A server that was too slow.
     *
     * @param inTurn how many files, each asked for after the one before was given up
     * @param since when the last of them was given up, of {@link System#nanoTime}
     */
    private record Server(int inTurn, long since) {
      boolean isGivenUp() {
        return inTurn >= ENOUGH;
      }
    }

    /** A file that a server was too slow for. */
    static final class TooSlow extends RejectedException {
      private static final long serialVersionUID = 1L;

      TooSlow(String message) {
        super(RejectCode.SOURCE_TOO_SLOW, message);
      }
    }

    /**
     * Whether to ask for this address.
     *
     * @return when it was asked for, for {@link #tooSlow}
     * @throws RejectedException when its server was too slow too often
     */
    long ask(URI address) throws RejectedException {
      Server server = servers.get(name(address));
      if (server != null && server.isGivenUp()) {
        throw new RejectedException(
            RejectCode.SOURCE_TOO_SLOW,
            "Cannot fetch '%s': its server '%s' was too slow for %s files in turn, and is not asked again in this run (try again later, or raise --http-wait)"
                .formatted(address, name(address), server.inTurn()));
      }
      return System.nanoTime();
    }

    /** A whole file came; a server that was given up stays so, as that was said. */
    void answered(URI address) {
      servers.computeIfPresent(name(address), (name, server) -> server.isGivenUp() ? server : null);
    }

    /**
     * A file was waited for in vain.
     *
     * @param asked when, by {@link #ask}
     */
    void tooSlow(URI address, long asked) {
      servers.merge(
          name(address),
          new Server(1, System.nanoTime()),
          (before, first) ->
              asked - before.since() < 0 ? before : new Server(before.inTurn() + 1, first.since()));
    }

    private static String name(URI address) {
      return String.valueOf(address.getAuthority());
    }
  }
}
