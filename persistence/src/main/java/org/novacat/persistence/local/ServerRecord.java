package org.novacat.persistence.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What a running server leaves in its folder so that others find it. The record alone proves
 * nothing, since the server may be dead and its ports another's: only the server that answers on
 * the control port to the token is the one meant.
 *
 * @param port where DynamoDB Local listens, on the loopback address
 * @param controlPort where the server itself takes {@link Control} requests
 * @param pid the server's process id, for people; no decision rests on it
 * @param token a random word that this server alone knows
 */
record ServerRecord(int port, int controlPort, long pid, String token) {
  URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The record in {@code folder}; empty if there is none or it cannot be understood. */
  static Optional<ServerRecord> read(ServerFolder folder) {
    Properties facts = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.record(), UTF_8)) {
      facts.load(reader);
      return Optional.of(
          new ServerRecord(
              Integer.parseInt(facts.getProperty("port", "")),
              Integer.parseInt(facts.getProperty("control-port", "")),
              Long.parseLong(facts.getProperty("pid", "")),
              facts.getProperty("token", "")));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Puts the record into {@code folder} in one step: readers see the old one or all of this. */
  void write(ServerFolder folder) throws IOException {
    Path draft = folder.path().resolve("server.properties.new");
    try (Writer writer = Files.newBufferedWriter(draft, UTF_8)) {
      writer.write("port=%d%n".formatted(port));
      writer.write("control-port=%d%n".formatted(controlPort));
      writer.write("pid=%d%n".formatted(pid));
      writer.write("token=%s%n".formatted(token));
    }
    Files.move(draft, folder.record(), ATOMIC_MOVE);
  }
}
