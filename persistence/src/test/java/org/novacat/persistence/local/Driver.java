package org.novacat.persistence.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A {@link ClaimMain} in a JVM and a process group of its own. */
final class Driver implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;
  private String[] answer = {};

  private Driver(Process process) {
    this.process = process;
    this.output = process.inputReader(UTF_8);
  }

  /** Starts the JVM; it claims the server in its own time. */
  static Driver start(Path folder, Duration idleAfter) throws IOException {
    List<String> command = new ArrayList<>(List.of("setsid"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ClaimMain.class.getName());
    command.addAll(List.of(folder.toString(), Long.toString(idleAfter.toMillis())));
    return new Driver(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** The pid of the server that it got. */
  long serverPid() throws IOException {
    return Long.parseLong(answer()[0]);
  }

  URI endpoint() throws IOException {
    return URI.create(answer()[1]);
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Does to its process group what a terminal does on Ctrl-C. */
  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).start().waitFor();
    process.waitFor();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }

  private String[] answer() throws IOException {
    if (answer.length == 0) {
      String line = output.readLine();
      if (line == null) {
        throw new AssertionError("The driver ended without a claim");
      }
      answer = line.split(" ");
    }
    return answer;
  }
}
