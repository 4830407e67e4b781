package org.novacat.persistence.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.novacat.layouts.testing.Machine;

/** A main class of the tests in a JVM of its own, spoken to line by line. */
public final class OtherProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private OtherProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(UTF_8);
  }

  /** Starts the JVM and returns when the program has printed {@code ready}. */
  public static OtherProcess start(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Machine.ofThisJvm().options());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    OtherProcess other =
        new OtherProcess(
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    other.expect("ready");
    return other;
  }

  /** Sends it a line. */
  public void tell(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(UTF_8));
    process.getOutputStream().flush();
  }

  /** Its next line. */
  public String hear() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new AssertionError("The other process has ended");
    }
    return line;
  }

  /** Waits for its next line, which must be this one. */
  public void expect(String line) throws IOException {
    String heard = hear();
    if (!heard.equals(line)) {
      throw new AssertionError("Expected '%s', heard '%s'".formatted(line, heard));
    }
  }

  /** Ends it as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }
}
