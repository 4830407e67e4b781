package org.novacat.emr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A process of the tests. What it says is kept in two files; it and all that it started are killed
 * when it is closed, at the latest with this JVM, also when that is killed itself.
 */
final class Started implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 180;
  private static final long POLL_NANOS = 5_000_000;
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
  private static final Set<Started> ALIVE = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.forEach(Started::kill)));
  }

  private final Process process;
  private final Path out;
  private final Path err;

  private Started(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts a command with no variable of AWS, Spark or novacat in its environment but those given.
   *
   * @param folder its working folder
   * @param name what the files of what it says are called
   */
  static Started start(
      List<String> command, Path folder, String name, Map<String, String> environment) {
    List<String> words = new ArrayList<>();
    if (Files.isExecutable(SETPRIV)) {
      words.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "KILL"));
    }
    words.addAll(command);
    Path out = folder.resolve(name + ".out");
    Path err = folder.resolve(name + ".err");
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().keySet().removeIf(key -> key.matches("(AWS|NOVACAT|SPARK)_.*"));
    builder.environment().putAll(environment);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    try {
      Started started = new Started(builder.start(), out, err);
      ALIVE.add(started);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives it more of its standard input. */
  void tell(String words) {
    try {
      OutputStream in = process.getOutputStream();
      in.write(words.getBytes(UTF_8));
      in.flush();
    } catch (IOException e) {
      throw new AssertionError("It does not listen:%n%s%n%s".formatted(out(), err()), e);
    }
  }

  /** Standard output so far. */
  String out() {
    return soFar(out);
  }

  /** Standard error so far. */
  String err() {
    return soFar(err);
  }

  /** A character that is written in part is a strange one, until the rest comes. */
  private static String soFar(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its processes: itself, and all that it started and that are alive. */
  List<ProcessHandle> processes() {
    List<ProcessHandle> all = new ArrayList<>(List.of(process.toHandle()));
    process.descendants().forEach(all::add);
    return all;
  }

  /** Waits until something is the case; it must not end before. */
  void await(String what, BooleanSupplier isSo) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isSo.getAsBoolean()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("No %s:%n%s%n%s".formatted(what, out(), err()));
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** Whether it has not ended. */
  boolean isRunning() {
    return process.isAlive();
  }

  /** Waits until it ends; its exit code. */
  int ended() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("It does not end:%n%s%n%s".formatted(out(), err()));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } finally {
      close();
    }
  }

  /** Ends it, and all that it started, as {@code kill -9} does. */
  void kill() {
    List<ProcessHandle> all = processes();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().join());
  }

  @Override
  public void close() {
    kill();
    ALIVE.remove(this);
  }
}
