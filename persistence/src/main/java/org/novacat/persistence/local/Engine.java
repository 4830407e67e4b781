package org.novacat.persistence.local;

import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * DynamoDB Local in this JVM, put together from its public classes by name: neither its licence nor
 * its libraries allow compiling against it (see docs/decisions). Its own main class is not used,
 * because it listens on all addresses, cannot choose a free port, and does not say how many
 * requests it has served.
 */
final class Engine implements AutoCloseable {
  private static final String LOCAL = "software.amazon.dynamodb.services.local.server.";
  private static final String JETTY = "org.eclipse.jetty.server.";
  private static final int ANY_FREE_PORT = 0;

  private final Object handler;
  private final Object statistics;
  private final Object server;

  private Engine(Object handler, Object statistics, Object server) {
    this.handler = handler;
    this.statistics = statistics;
    this.server = server;
  }

  /**
   * Serves the database in {@code folder}, one for all regions and credentials, on a free port of
   * the loopback address.
   *
   * @throws ReflectiveOperationException if this is not the DynamoDB Local that this class knows,
   *     or if it fails to start
   */
  static Engine start(Path folder) throws ReflectiveOperationException {
    Object handler = handler(folder);
    Object statistics = type(JETTY + "handler.StatisticsHandler").getConstructor().newInstance();
    Object server =
        type(JETTY + "Server")
            .getConstructor(InetSocketAddress.class)
            .newInstance(new InetSocketAddress(Control.loopback(), ANY_FREE_PORT));
    setHandler(statistics, handler);
    setHandler(server, statistics);
    call(server, "start");
    return new Engine(handler, statistics, server);
  }

  int port() throws ReflectiveOperationException {
    Object connector = ((Object[]) call(server, "getConnectors"))[0];
    return (int) call(connector, "getLocalPort");
  }

  /** How many requests have come in so far. */
  long requests() throws ReflectiveOperationException {
    return ((Number) call(statistics, "getRequestTotal")).longValue();
  }

  /** Takes no more requests and closes the database. */
  @Override
  public void close() throws ReflectiveOperationException {
    call(server, "stop");
    call(handler, "close");
  }

  private static Object handler(Path folder) throws ReflectiveOperationException {
    boolean inMemory = false;
    boolean shared = true;
    boolean delayed = false;
    String noCrossOriginRequests = "";
    Object requests =
        type(LOCAL + "LocalDynamoDBRequestHandler")
            .getConstructor(int.class, boolean.class, String.class, boolean.class, boolean.class)
            .newInstance(ANY_FREE_PORT, inMemory, folder.toString(), shared, delayed);
    return type(LOCAL + "LocalDynamoDBServerHandler")
        .getConstructor(type(LOCAL + "DynamoDBRequestHandler"), String.class)
        .newInstance(requests, noCrossOriginRequests);
  }

  private static void setHandler(Object outer, Object inner) throws ReflectiveOperationException {
    outer.getClass().getMethod("setHandler", type(JETTY + "Handler")).invoke(outer, inner);
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name);
  }

  private static Object call(Object target, String method) throws ReflectiveOperationException {
    return target.getClass().getMethod(method).invoke(target);
  }
}
