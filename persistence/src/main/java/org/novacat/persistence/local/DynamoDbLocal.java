package org.novacat.persistence.local;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A claim on the workspace's DynamoDB Local: while it is open, the server stays up. Closing it, or
 * the death of this JVM in any manner, gives the claim back; the server then ends by itself when
 * nobody has used it for a while. The data stay in the folder, through a clean end and a kill.
 *
 * <p>One server a folder, whoever asks: the first to come starts it, others connect, a dead one is
 * replaced. Nothing in the folder needs cleaning up after a crash, since all locks are the
 * operating system's and die with their process. The folder must lie on a file system with working
 * file locks; some network file systems have none.
 *
 * <p>The server listens on the loopback address only and takes any credentials; use {@link
 * #ACCESS_KEY}, {@link #SECRET_KEY} and {@link #REGION}, which are constants of no value. All
 * regions and keys see the same tables.
 */
public final class DynamoDbLocal implements AutoCloseable {
  /** A stand-in: DynamoDB Local asks for letters and digits and never checks them. */
  public static final String ACCESS_KEY = "novacatlocal";

  /** A stand-in, see {@link #ACCESS_KEY}. */
  public static final String SECRET_KEY = "novacatlocal";

  /** A stand-in: the client asks for a region, the server does not use it. */
  public static final String REGION = "us-east-1";

  private static final Logger log = LoggerFactory.getLogger(DynamoDbLocal.class);

  private final ServerRecord server;
  private final Socket lease;

  private DynamoDbLocal(ServerRecord server, Socket lease) {
    this.server = server;
    this.lease = lease;
  }

  /**
   * Finds the server of this folder, or starts it, and claims it. Safe to call at once from many
   * threads and processes; each call is a claim of its own.
   *
   * @param folder the workspace's {@code dynamodb} folder; made if missing
   * @throws LocalServerException if the folder cannot be used, the jars are not found, the server
   *     ends at once, or nothing answers in time
   */
  public static DynamoDbLocal ensureRunning(Path folder, LocalServerOptions options) {
    ServerFolder home = ServerFolder.at(folder);
    try {
      return new ServerStarter(home, options).claim();
    } catch (IOException e) {
      throw new LocalServerException(
          "Cannot start DynamoDB Local in '%s': %s".formatted(home.path(), e), e);
    }
  }

  /**
   * Ends the server of this folder in good order, whoever else may still use it, and returns when
   * it has let go of the folder.
   *
   * @return false if no server answered, so that there was nothing to end
   * @throws LocalServerException if the server does not end
   */
  public static boolean stop(Path folder) {
    ServerFolder home = ServerFolder.at(folder);
    return ServerRecord.read(home).map(server -> ServerStopper.stop(home, server)).orElse(false);
  }

  /** Claims the server of this folder if one answers; starts none. */
  static Optional<DynamoDbLocal> claimRunning(ServerFolder folder) {
    return ServerRecord.read(folder).flatMap(DynamoDbLocal::claim);
  }

  private static Optional<DynamoDbLocal> claim(ServerRecord server) {
    try {
      return Optional.of(new DynamoDbLocal(server, Control.ask(server, Control.USE)));
    } catch (IOException e) {
      log.atDebug().addKeyValue("server", server).log("No answer from DynamoDB Local");
      return Optional.empty();
    }
  }

  /** Where clients of DynamoDB connect. */
  public URI endpoint() {
    return server.endpoint();
  }

  /** The server's process id; for people and tests. */
  public long pid() {
    return server.pid();
  }

  /** Gives the claim back; the server goes on until it has been idle for its time. */
  @Override
  public void close() {
    try {
      lease.close();
    } catch (IOException e) {
      log.atDebug().setCause(e).log("Claim on DynamoDB Local was gone already");
    }
  }
}
