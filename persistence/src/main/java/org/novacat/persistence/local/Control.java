package org.novacat.persistence.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * The words between a client and the server's control port: one line asks, one line answers.
 *
 * <p>{@code USE token} is answered by {@code OK} and makes the open connection a lease: the server
 * is in use until it closes, which the operating system sees to even when the client is killed.
 * {@code STOP token} is answered by {@code OK} and ends the server. Everything else, and a token
 * that is not this server's, is answered by {@code NO}.
 */
final class Control {
  static final String USE = "USE";
  static final String STOP = "STOP";
  static final String OK = "OK";
  static final String NO = "NO";

  /** Longest time to the answer of a live server; it does no work for it. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int LONGEST_LINE = 200;

  private Control() {}

  static InetAddress loopback() {
    try {
      return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException e) {
      throw new AssertionError("four bytes are an address", e);
    }
  }

  /**
   * Asks the server of {@code server} and returns the open connection after its {@code OK}.
   *
   * @throws IOException if nobody answers there, or somebody else does
   */
  static Socket ask(ServerRecord server, String verb) throws IOException {
    Socket socket = new Socket();
    try {
      int patience = Math.toIntExact(PATIENCE.toMillis());
      socket.connect(new InetSocketAddress(loopback(), server.controlPort()), patience);
      socket.setSoTimeout(patience);
      send(socket, verb + " " + server.token());
      String answer = readLine(socket.getInputStream());
      if (!answer.equals(OK)) {
        throw new IOException("control port answered '%s'".formatted(answer));
      }
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  static void send(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\n").getBytes(US_ASCII));
  }

  /** The line without its end; what came so far if the other side closes or goes on too long. */
  static String readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != -1 && c != '\n' && line.length() < LONGEST_LINE; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }
}
