package org.novacat.persistence.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What lies where in the folder of one server: the database, and beside it the files that tell
 * other processes about the server.
 */
record ServerFolder(Path path) {
  /**
   * The folder, made if it is missing, by its real path, so that two spellings of one folder are
   * one.
   *
   * @throws LocalServerException if it can neither be found nor made
   */
  static ServerFolder at(Path path) {
    try {
      return new ServerFolder(Files.createDirectories(path).toRealPath());
    } catch (IOException e) {
      throw new LocalServerException(
          "Cannot use '%s' for DynamoDB Local: %s (choose a folder that can be written)"
              .formatted(path, e),
          e);
    }
  }

  /** Held by the server for as long as it lives: never two servers on one database. */
  Path serverLock() {
    return path.resolve("server.lock");
  }

  /** Held by a client while it starts a server: one starter at a time. */
  Path startLock() {
    return path.resolve("start.lock");
  }

  /** Where the running server is reached, see {@link ServerRecord}. */
  Path record() {
    return path.resolve("server.properties");
  }

  /** What the server wrote to its standard output and error. */
  Path log() {
    return path.resolve("server.log");
  }
}
