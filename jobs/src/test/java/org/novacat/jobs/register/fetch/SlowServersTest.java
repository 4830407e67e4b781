package org.novacat.jobs.register.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.novacat.jobs.register.fetch.FetchLimits.WebLimits;
import org.novacat.jobs.register.source.Candidate;
import org.novacat.jobs.register.source.Locator;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.layouts.id.Provider;
import org.novacat.persistence.retry.Pause;
import org.novacat.persistence.retry.WaitListener;
import org.novacat.persistence.retry.Waiting;
import org.novacat.persistence.retry.Waits;

/** Web servers that let wait: what is said meanwhile, and when they are given up. */
public class SlowServersTest {
  private static final byte[] HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n".getBytes(UTF_8);
  private static final byte[] BODY = "SIMPLE  =".getBytes(UTF_8);

  private final AtomicInteger asked = new AtomicInteger();
  private HostileServer server;
  private HostileServer other;

  @BeforeEach
  void startServers() throws IOException {
    server = new HostileServer();
    other = new HostileServer();
  }

  @AfterEach
  void stopServers() throws IOException {
    server.close();
    other.close();
  }

  @Test
  void serverThatWasTooSlowForThreeFilesInTurn_isNotAskedAgain_andOthersAre() throws Exception {
    Candidate silent = candidate(silent());
    Candidate good = candidate(good(server));
    Fetcher fetcher = fetcher(Duration.ofMillis(300), Waits.silent(Pause.REAL));
    refuse(fetcher, silent, "no answer within 300 ms", 2);
    fetcher.fetch(good).close();
    refuse(fetcher, silent, "no answer within 300 ms", 3);

    refuse(fetcher, silent, "was too slow for 3 files in turn, and is not asked again", 1);
    refuse(fetcher, good, "(try again later, or raise --http-wait)", 1);

    assertThat(asked).hasValue(5);
    fetcher.fetch(candidate(good(other))).close();
  }

  /** One moment in which a server does not answer is no reason to refuse a thousand files. */
  @Test
  void filesThatAreWaitedForSideBySide_countOnce() throws Exception {
    Candidate silent = candidate(silent());
    Fetcher fetcher = fetcher(Duration.ofMillis(300), Waits.silent(Pause.REAL));
    CyclicBarrier start = new CyclicBarrier(8);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Void> one =
          () -> {
            start.await();
            refuse(fetcher, silent, "no answer within 300 ms", 1);
            return null;
          };
      for (Future<Void> refused : threads.invokeAll(Collections.nCopies(8, one))) {
        refused.get();
      }
    } finally {
      threads.shutdownNow();
    }

    fetcher.fetch(candidate(good(server))).close();
  }

  /** The server goes on only when it was said that it is waited for. */
  @Test
  void longWait_isSaid_andThatItIsOver() throws Exception {
    Said said = new Said();
    String head = server.address("head.fits", out -> said.await("no answer yet"));
    String body =
        server.address(
            "body.fits",
            out -> {
              out.write(HEAD);
              out.flush();
              said.await("bytes have come");
              out.write(BODY);
            });
    Fetcher fetcher = fetcher(Duration.ofHours(1), new Waits(Pause.REAL, new HastyClock(), said));

    refuse(fetcher, candidate(head), "Cannot fetch", 1);
    fetcher.fetch(candidate(body)).close();

    assertThat(said.waits)
        .extracting(one -> one.what() + ": " + one.why())
        .contains(head + ": no answer yet", body + ": 0 bytes have come");
    assertThat(said.goesOn).isPositive();
  }

  private String silent() {
    return server.address(
        "silent.fits",
        out -> {
          asked.incrementAndGet();
          server.stall();
        });
  }

  private static String good(HostileServer from) {
    return from.address(
        "good.fits",
        out -> {
          out.write(HEAD);
          out.write(BODY);
        });
  }

  private static void refuse(Fetcher fetcher, Candidate candidate, String why, int times) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(() -> fetcher.fetch(candidate))
          .isInstanceOf(RejectedException.class)
          .hasMessageContaining(why);
    }
  }

  private static Fetcher fetcher(Duration patience, Waits waits) {
    return new Fetcher(
        new FetchLimits(1000, 10, 1000, 200, new WebLimits(patience, 1, Duration.ofDays(1), 1)),
        waits);
  }

  private static Candidate candidate(String address) throws RejectedException {
    Locator locator = Locator.parse(address, Path.of("/"));
    return new Candidate(address, "", Provider.LOCAL, null, locator, null);
  }

  /** What was said so far. */
  private static final class Said implements WaitListener {
    final List<Waiting> waits = new ArrayList<>();
    int goesOn;
    private final CountDownLatch head = new CountDownLatch(1);
    private final CountDownLatch body = new CountDownLatch(1);

    @Override
    public synchronized void waits(Waiting waiting) {
      waits.add(waiting);
      latch(waiting.why()).countDown();
    }

    @Override
    public synchronized void goesOn(Duration after) {
      goesOn++;
    }

    void await(String why) throws InterruptedException {
      latch(why).await();
    }

    private CountDownLatch latch(String why) {
      return why.equals("no answer yet") ? head : body;
    }
  }

  /** A minute passes between any two looks at it. */
  private static final class HastyClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public synchronized Instant instant() {
      now = now.plusSeconds(61);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
