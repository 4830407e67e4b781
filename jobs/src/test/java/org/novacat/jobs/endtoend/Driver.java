package org.novacat.jobs.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.novacat.jobs.main.Novacat;
import org.novacat.layouts.testing.Machine;

/** A command in a JVM of its own, started as the launcher starts it. */
final class Driver implements AutoCloseable {
  private static final String HEAP = "-Xmx1g";
  private static final long PATIENCE_SECONDS = 180;
  private static final long POLL_NANOS = 1_000_000;

  private final Process process;
  private final Path out;
  private final Path err;

  private Driver(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts it; what it says is kept beside {@code workspace}. */
  static Driver start(Path workspace, String... arguments) {
    return start(workspace, Machine.ofThisJvm(), HEAP, arguments);
  }

  /**
   * The same with another heap.
   *
   * @param heap as the option of java, such as {@code -Xmx2g}
   */
  static Driver withHeap(String heap, Path workspace, String... arguments) {
    return start(workspace, Machine.ofThisJvm(), heap, arguments);
  }

  /** The same on a machine of another locale and time zone. */
  static Driver start(Path workspace, Machine machine, String... arguments) {
    return start(workspace, machine, HEAP, arguments);
  }

  private static Driver start(Path workspace, Machine machine, String heap, String... arguments) {
    try {
      Path home = Files.createDirectory(workspace.resolveSibling("driver-" + UUID.randomUUID()));
      Path out = home.resolve("out");
      Path err = home.resolve("err");
      Process process =
          new ProcessBuilder(command(home, machine, heap, arguments))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      return new Driver(process, out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The launcher's command with a compiler that starts fast. A shell in the background ignores
   * Ctrl-C, and so would all its children; {@code env} undoes that.
   */
  private static List<String> command(
      Path home, Machine machine, String heap, String... arguments) {
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().strip().split("\\s+")));
    command.addAll(machine.options());
    command.addAll(List.of(heap, "-XX:+UseSerialGC"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + home));
    Stream.of("aws.accessKeyId", "aws.secretAccessKey")
        .filter(name -> System.getProperty(name) != null)
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Novacat.class.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  /** Waits until something is so; fails when the process ends before. */
  Driver await(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (!process.isAlive() && !condition.getAsBoolean()) {
        throw new AssertionError("It ended before " + what + ": " + ended());
      }
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
        throw new AssertionError("Waited in vain until " + what + ": " + said());
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return this;
  }

  /** Ends it as {@code kill -9} does. */
  Ran kill() {
    process.destroyForcibly();
    return ended();
  }

  /** Sends it a signal by name, such as {@code INT}. */
  Driver signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits for its end. */
  Ran ended() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("It does not end: " + said());
      }
      return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String said() {
    try {
      return Files.readString(out) + Files.readString(err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
