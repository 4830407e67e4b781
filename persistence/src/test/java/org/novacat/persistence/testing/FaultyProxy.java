package org.novacat.persistence.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a server that speaks HTTP: counts requests by what they do, and has
 * some of them go wrong, drawn by a seed. It hands on the Host that the client signed.
 */
public final class FaultyProxy implements AutoCloseable {
  /** What the JDK's own client sets itself or must not be told. */
  private static final Set<String> OWN =
      Set.of("connection", "content-length", "expect", "transfer-encoding", "upgrade");

  /** Read once in a JVM, so it is one of its arguments. */
  private static final String HAND_ON = "jdk.httpclient.allowRestrictedHeaders";

  private static final String SLOW_DOWN =
      "<?xml version='1.0' encoding='UTF-8'?><Error><Code>SlowDown</Code>"
          + "<Message>Please reduce your request rate.</Message></Error>";

  private static final String NO_SUCH_UPLOAD =
      "<?xml version='1.0' encoding='UTF-8'?><Error><Code>NoSuchUpload</Code>"
          + "<Message>The upload may have been aborted or completed.</Message></Error>";

  /**
   * It warns of each answer to a HEAD that names a length, as S3's do; kept, or it is forgotten.
   */
  private static final Logger QUIET = Logger.getLogger("com.sun.net.httpserver");

  static {
    QUIET.setLevel(Level.OFF);
  }

  private final URI server;
  private final String address;
  private final Random random;
  private final HttpServer proxy;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private volatile double lost;
  private volatile double throttled;
  private volatile boolean losesRefusals;
  private volatile @Nullable String next;
  private volatile @Nullable URI forgotten;

  /**
   * Begins to hand on.
   *
   * @param seed of the faults
   * @throws IllegalStateException when the JVM was not told that Host may be handed on
   */
  public FaultyProxy(URI server, long seed) {
    this(server, "127.0.0.1", seed);
  }

  /**
   * The same at an address of this machine other than the loopback.
   *
   * @param address where it listens
   * @param seed of the faults
   * @throws IllegalStateException when the JVM was not told that Host may be handed on
   */
  public FaultyProxy(URI server, String address, long seed) {
    if (!"host".equals(System.getProperty(HAND_ON))) {
      throw new IllegalStateException("Cannot hand on Host: set -D%s=host".formatted(HAND_ON));
    }
    this.server = server;
    this.address = address;
    this.random = new Random(seed);
    try {
      proxy = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 128);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    proxy.setExecutor(threads);
    proxy.createContext("/", this::handle);
    proxy.start();
  }

  /** Where clients are to go. */
  public URI endpoint() {
    return URI.create("http://" + address + ":" + proxy.getAddress().getPort());
  }

  /**
   * What goes wrong from now on.
   *
   * @param lost part of the requests whose answer never comes; half of them are carried out
   * @param throttled part of the requests that are turned away
   */
  public void faults(double lost, double throttled) {
    this.lost = lost;
    this.throttled = throttled;
  }

  /**
   * The answer to the next request that does this is lost, as {@link #counts} names it; what comes
   * before it and after it passes. An upload that it completed is not known any more.
   */
  public void loseNext(String what) {
    next = what;
  }

  /** From now on each answer is lost that a condition does not hold. */
  public void loseRefusals() {
    losesRefusals = true;
  }

  /** How many requests came, by method and what their query or their target names. */
  public Map<String, Long> counts() {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((what, count) -> sums.put(what, count.sum()));
    return sums;
  }

  /** Counts from zero. */
  public void forget() {
    counts.clear();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      counts.computeIfAbsent(what(exchange), any -> new LongAdder()).increment();
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (exchange.getRequestURI().equals(forgotten)) {
        answer(exchange, 404, NO_SUCH_UPLOAD.getBytes(UTF_8));
        return;
      }
      if (isDrawn(throttled)) {
        answer(exchange, 503, SLOW_DOWN.getBytes(UTF_8));
        return;
      }
      if (isDrawn(lost / 2)) {
        return; // neither carried out nor answered
      }
      HttpResponse<byte[]> answer =
          client.send(request(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
      boolean isRefusal = losesRefusals && answer.statusCode() == 412;
      if (!isDrawn(lost / 2) && !isNext(exchange) && !isRefusal) {
        handOn(exchange, answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** S3 names an operation by method and query, DynamoDB by a header. */
  private static String what(HttpExchange exchange) {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target != null) {
      return target.substring(target.indexOf('.') + 1);
    }
    String query = exchange.getRequestURI().getRawQuery();
    String named = query == null ? "" : query.replaceAll("=[^&]*", "");
    return exchange.getRequestMethod() + (named.isEmpty() ? "" : " " + named);
  }

  private synchronized boolean isNext(HttpExchange exchange) {
    boolean isNext = what(exchange).equals(next);
    if (isNext) {
      next = null;
      forgotten = what(exchange).equals("POST uploadId") ? exchange.getRequestURI() : null;
    }
    return isNext;
  }

  private boolean isDrawn(double part) {
    synchronized (random) {
      return random.nextDouble() < part;
    }
  }

  private HttpRequest request(HttpExchange exchange, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  private static void handOn(HttpExchange exchange, HttpResponse<byte[]> answer)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> headers.add(name, value));
              }
            });
    if (exchange.getRequestMethod().equals("HEAD")) {
      answer
          .headers()
          .firstValue("content-length")
          .ifPresent(length -> headers.set("Content-Length", length));
      exchange.sendResponseHeaders(answer.statusCode(), -1);
    } else {
      answer(exchange, answer.statusCode(), answer.body());
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    proxy.stop(0);
    threads.shutdownNow();
  }
}
