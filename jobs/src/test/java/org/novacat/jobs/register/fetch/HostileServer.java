package org.novacat.jobs.register.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A web server on the loopback that answers with whatever bytes a test wants. */
public final class HostileServer implements AutoCloseable {
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();

  /** Writes the head and the body of an answer; the connection is closed after it. */
  public interface Answer {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  public HostileServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** The address under which the server answers so. */
  public String address(String name, Answer answer) {
    answers.put("/" + name, answer);
    return "http://127.0.0.1:" + socket.getLocalPort() + "/" + name;
  }

  /** The same with fixed bytes. */
  public String address(String name, String bytes) {
    return address(name, out -> out.write(bytes.getBytes(ISO_8859_1)));
  }

  /** Says nothing more until the server is closed. */
  public void stall() throws InterruptedException {
    closed.await();
  }

  /** Waits a little; false once the server is closed. */
  public boolean isOpenAfter(long millis) throws InterruptedException {
    return !closed.await(millis, TimeUnit.MILLISECONDS);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        threads.execute(() -> answer(connection));
      } catch (IOException closing) {
        return;
      }
    }
  }

  private void answer(Socket connection) {
    try (connection) {
      BufferedReader request =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
      String first = String.valueOf(request.readLine());
      String line = first;
      while (line != null && !line.isEmpty()) {
        line = request.readLine();
      }
      String path = first.replaceFirst("^GET ", "").replaceFirst(" HTTP.*", "");
      OutputStream out = connection.getOutputStream();
      answers.getOrDefault(path, nothing -> {}).write(out);
      out.flush();
    } catch (IOException clientLeft) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
    threads.shutdownNow();
  }
}
