package org.novacat.jobs.publish;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Serves the files below a folder, and knows nothing of them. */
record FileServer(HttpServer server) implements AutoCloseable {
  static FileServer of(Path folder) throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(any, 0);
    server.createContext("/", exchange -> serve(exchange, folder));
    server.start();
    return new FileServer(server);
  }

  private static void serve(HttpExchange exchange, Path folder) throws IOException {
    Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
    try (exchange) {
      if (Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(200, Files.size(file));
        Files.copy(file, exchange.getResponseBody());
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** How many bytes are found at an address. */
  long bytes(String address) throws IOException {
    try (InputStream in = URI.create(address).toURL().openStream()) {
      return in.readAllBytes().length;
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
