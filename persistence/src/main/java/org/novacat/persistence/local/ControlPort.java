package org.novacat.persistence.local;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/** The server's end of {@link Control}: counts leases and takes the request to stop. */
final class ControlPort implements AutoCloseable {
  private static final int BACKLOG = 64;

  private final ServerSocket door;
  private final String token;
  private final Usage usage;
  private final CountDownLatch stop;

  private ControlPort(ServerSocket door, String token, Usage usage, CountDownLatch stop) {
    this.door = door;
    this.token = token;
    this.usage = usage;
    this.stop = stop;
  }

  /**
   * Listens on a free port of the loopback address.
   *
   * @param token the word that requests must know
   * @param usage told of each lease
   * @param stop counted down by a request to stop
   */
  static ControlPort open(String token, Usage usage, CountDownLatch stop) throws IOException {
    ServerSocket door = new ServerSocket(0, BACKLOG, Control.loopback());
    ControlPort port = new ControlPort(door, token, usage, stop);
    daemon(port::accept, "control");
    return port;
  }

  int number() {
    return door.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        daemon(() -> serve(client), "client");
      } catch (IOException e) {
        if (!door.isClosed()) {
          complain(e);
        }
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setSoTimeout(Math.toIntExact(Control.PATIENCE.toMillis()));
      String request = Control.readLine(client.getInputStream());
      if (request.equals(Control.STOP + " " + token)) {
        Control.send(client, Control.OK);
        stop.countDown();
      } else if (request.equals(Control.USE + " " + token) && usage.begin()) {
        lease(client);
      } else {
        Control.send(client, Control.NO);
      }
    } catch (IOException e) {
      complain(e);
    }
  }

  private void lease(Socket client) throws IOException {
    try {
      Control.send(client, Control.OK);
      client.setSoTimeout(0);
      waitUntilClosed(client);
    } finally {
      usage.end(System.nanoTime());
    }
  }

  /** A killed client closes its connection too, in order or by a reset; both end the lease. */
  private static void waitUntilClosed(Socket client) {
    try {
      client.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      complain(e);
    }
  }

  private static void complain(IOException e) {
    System.err.println("control port: " + e);
  }

  private static void daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
