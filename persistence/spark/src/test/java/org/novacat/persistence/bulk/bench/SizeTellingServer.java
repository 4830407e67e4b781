package org.novacat.persistence.bulk.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Answers {@code DescribeTable} with the size that AWS would tell. The server of the tests says
 * that every table and index has 0 bytes, of which spark-dynamodb concludes that pages of one item
 * are right; it would take a hundred times as long for no fault of its own.
 */
final class SizeTellingServer {
  private static final long ITEMS = 120_000;
  private static final long BYTES = 1200 * ITEMS;

  /** What the server looks at. */
  private static final List<String> PASSED =
      List.of("Authorization", "Content-Type", "X-Amz-Date", "X-Amz-Target");

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI asked;

  private SizeTellingServer(URI asked) {
    this.asked = asked;
  }

  /** Where it listens; ends with the JVM. */
  static String before(String endpoint) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      SizeTellingServer sizes = new SizeTellingServer(URI.create(endpoint));
      server.createContext("/", sizes::answer);
      server.start();
      return "http://127.0.0.1:" + server.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(asked)
            .POST(BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    PASSED.forEach(name -> request.header(name, exchange.getRequestHeaders().getFirst(name)));
    byte[] answer = told(request.build()).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private String told(HttpRequest request) throws IOException {
    try {
      return client
          .send(request, BodyHandlers.ofString())
          .body()
          .replaceAll("\"(Table|Index)SizeBytes\":0", "\"$1SizeBytes\":" + BYTES)
          .replaceAll("\"ItemCount\":\\d+", "\"ItemCount\":" + ITEMS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
