package org.novacat.jobs.register.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.register.fetch.FetchLimits.WebLimits;
import org.novacat.jobs.register.source.Candidate;
import org.novacat.jobs.register.source.Locator;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.Provider;
import org.novacat.persistence.retry.Pause;
import org.novacat.persistence.retry.Waits;

public class FetcherTest {
  private static final byte[] BODY = "SIMPLE  =".getBytes(UTF_8);
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final FetchLimits LIMITS =
      new FetchLimits(
          1000,
          10,
          1000,
          200,
          new WebLimits(Duration.ofSeconds(5), 1024, Duration.ofMinutes(1), 2));

  @TempDir Path folder;
  private final AtomicInteger requests = new AtomicInteger();
  private final Fetcher fetcher = new Fetcher(LIMITS, Waits.silent(Pause.REAL));
  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/a.fits", exchange -> answer(exchange, 200, BODY));
    server.createContext("/gone.fits", exchange -> answer(exchange, 404, new byte[0]));
    server.createContext("/secret.fits", exchange -> answer(exchange, 403, new byte[0]));
    server.createContext("/big.fits", exchange -> answer(exchange, 200, new byte[1001]));
    server.createContext(
        "/flaky.fits",
        exchange -> answer(exchange, requests.incrementAndGet() == 1 ? 503 : 200, BODY));
    server.createContext("/down.fits", exchange -> answer(exchange, 500, new byte[0]));
    server.createContext(
        "/moved.fits",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/a.fits");
          answer(exchange, 302, new byte[0]);
        });
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void webAddress_isFetchedAndHashed() throws Exception {
    try (Fetched fetched = fetcher.fetch(web("/a.fits", null))) {
      assertThat(fetched.file()).hasBinaryContent(BODY);
      assertThat(fetched.sha256()).isEqualTo(ContentHash.of(BODY));
      assertThat(fetched.temporary()).isTrue();
    }
  }

  @Test
  void closing_removesTheTemporaryFile() throws Exception {
    Fetched fetched = fetcher.fetch(web("/a.fits", null));

    fetched.close();

    assertThat(fetched.file()).doesNotExist();
  }

  @Test
  void redirect_isFollowed() throws Exception {
    try (Fetched fetched = fetcher.fetch(web("/moved.fits", null))) {
      assertThat(fetched.size()).isEqualTo(BODY.length);
    }
  }

  @Test
  void passingFault_isRetried() throws Exception {
    try (Fetched fetched = fetcher.fetch(web("/flaky.fits", null))) {
      assertThat(fetched.size()).isEqualTo(BODY.length);
      assertThat(requests).hasValue(2);
    }
  }

  @Test
  void refusals_haveCodesOfTheirOwn() {
    assertRejected(web("/gone.fits", null), RejectCode.SOURCE_MISSING, "the server answers 404");
    assertRejected(web("/secret.fits", null), RejectCode.SOURCE_DENIED, "the server answers 403");
    assertRejected(web("/big.fits", null), RejectCode.SOURCE_TOO_LARGE, "the limit is 1000");
    assertRejected(web("/down.fits", null), RejectCode.SOURCE_UNREACHABLE, "500, after 2 attempts");
    assertRejected(
        web("/a.fits", ContentHash.of(new byte[0])),
        RejectCode.SHA256_MISMATCH,
        "the manifest says");
  }

  /** Waiting longer for each stretch would not help a file that takes too long as a whole. */
  @Test
  void limitsOfTime_haveRemediesOfTheirOwn() throws Exception {
    try (HostileServer stalled = new HostileServer()) {
      String address =
          stalled.address(
              "a.fits",
              out -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nSIMP".getBytes(UTF_8));
                out.flush();
                stalled.stall();
              });
      Candidate candidate = candidate(Locator.parse(address, folder), null);

      assertThatThrownBy(() -> fetcher(Duration.ofMinutes(1), SHORT).fetch(candidate))
          .hasMessageContaining("the longest for one file")
          .hasMessageEndingWith("(fetch it by other means, and register the file)");
      assertThatThrownBy(() -> fetcher(SHORT, Duration.ofMinutes(1)).fetch(candidate))
          .hasMessageContaining("the least is ")
          .hasMessageEndingWith("(try again later, or raise --http-wait)");
    }
  }

  private static Fetcher fetcher(Duration patience, Duration whole) {
    return new Fetcher(
        new FetchLimits(1000, 10, 1000, 200, new WebLimits(patience, 1024, whole, 1)),
        Waits.silent(Pause.REAL));
  }

  @Test
  void localFile_isReadWhereItLies() throws Exception {
    Path file = Files.write(folder.resolve("_a.fits"), BODY);

    try (Fetched fetched = fetcher.fetch(local(file))) {
      assertThat(fetched).isEqualTo(new Fetched(file, BODY.length, ContentHash.of(BODY), false));
    }
    assertThat(file).exists();
  }

  @Test
  void localRefusals_haveCodesOfTheirOwn() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.fits"));
    Path big = Files.write(folder.resolve("big.fits"), new byte[1001]);

    assertRejected(
        local(folder.resolve("none.fits")), RejectCode.SOURCE_MISSING, "there is no such file");
    assertRejected(local(folder), RejectCode.SOURCE_NOT_A_FILE, "it is a folder");
    assertRejected(local(empty), RejectCode.SOURCE_EMPTY, "it is empty");
    assertRejected(local(big), RejectCode.SOURCE_TOO_LARGE, "raise --max-file-bytes");
  }

  private void assertRejected(Candidate candidate, RejectCode code, String message) {
    assertThatThrownBy(() -> fetcher.fetch(candidate))
        .isInstanceOfSatisfying(
            RejectedException.class, e -> assertThat(e.rejection("").code()).isEqualTo(code))
        .hasMessageContaining(message);
  }

  private Candidate web(String path, @Nullable ContentHash expected) {
    String address = "http://localhost:" + server.getAddress().getPort() + path;
    try {
      return candidate(Locator.parse(address, folder), expected);
    } catch (RejectedException e) {
      throw new AssertionError(e);
    }
  }

  private static Candidate local(Path file) {
    return candidate(new Locator.Local(file), null);
  }

  private static Candidate candidate(Locator locator, @Nullable ContentHash expected) {
    return new Candidate("test", "N", Provider.LOCAL, null, locator, expected);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
