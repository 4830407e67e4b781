package org.novacat.persistence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.dynamodb.DynamoTables;
import org.novacat.persistence.dynamodb.TableSettings;
import org.novacat.persistence.local.DynamoDbLocal;
import org.novacat.persistence.local.LocalServerOptions;
import org.novacat.persistence.table.Table;

/** Tables of one real DynamoDB Local, started when first asked for and ended with the JVM. */
public final class LocalTables {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static @Nullable DynamoDbLocal server;

  private LocalTables() {}

  /** Settings of a table that does not exist yet. */
  public static TableSettings unused() {
    return TableSettings.embedded("Test" + NUMBER.incrementAndGet(), server().endpoint());
  }

  /** An empty table. */
  public static Table fresh() {
    TableSettings settings = unused();
    DynamoTables.init(settings);
    return DynamoTables.open(settings);
  }

  private static synchronized DynamoDbLocal server() {
    if (server == null) {
      server = start();
    }
    return server;
  }

  private static DynamoDbLocal start() {
    try {
      Path folder = Files.createTempDirectory("novacat-dynamodb");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> DynamoDbLocal.stop(folder)));
      return DynamoDbLocal.ensureRunning(folder, LocalServerOptions.defaults());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
