package org.novacat.persistence.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A driver of its own: claims the server of a folder, says which it got, and goes on until told.
 */
final class ClaimMain {
  private ClaimMain() {}

  /**
   * Prints the server's pid and endpoint; ends with its standard input.
   *
   * @param arguments the folder, and the idle time of the server if it is to be started, ms
   */
  public static void main(String[] arguments) throws IOException {
    LocalServerOptions options =
        LocalServerOptions.defaults()
            .withIdleAfter(Duration.ofMillis(Long.parseLong(arguments[1])));
    try (DynamoDbLocal server = DynamoDbLocal.ensureRunning(Path.of(arguments[0]), options)) {
      System.out.println(server.pid() + " " + server.endpoint());
      while (System.in.read() != -1) {}
    }
  }
}
