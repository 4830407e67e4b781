package org.novacat.persistence.local;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The command that starts a server's JVM so that it outlives this one: in a session of its own
 * where {@code setsid} exists, else with the terminal's signals ignored; with no stream of ours;
 * with none of our environment but what a JVM needs, so that no credentials leak into it.
 */
final class ServerCommand {
  private static final Set<String> ENVIRONMENT =
      Set.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SystemRoot");

  /** Bytes of an older log above which it is begun anew. */
  private static final long LONG_LOG = 1 << 20;

  private ServerCommand() {}

  /** Starts the JVM and returns at once; whether it serves shows when its record appears. */
  static Process start(ServerFolder folder, LocalServerOptions options) throws IOException {
    List<String> command = new ArrayList<>(detached(ServerCommand::isOnPath));
    command.addAll(java(folder, options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.path().toFile());
    builder.environment().keySet().retainAll(ENVIRONMENT);
    builder.environment().put("DDB_LOCAL_TELEMETRY", "0");
    builder.redirectErrorStream(true).redirectOutput(log(folder));
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private static List<String> java(ServerFolder folder, LocalServerOptions options) {
    Path lib = ServerJars.find(options.jars()).toAbsolutePath();
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx%dm".formatted(options.heapMegabytes()),
        "-XX:+UseSerialGC",
        "-Djava.awt.headless=true",
        "-Dsqlite4java.library.path=" + lib,
        "-cp",
        lib.resolve("*") + File.pathSeparator + ServerJars.ownClasses(),
        ServerMain.class.getName(),
        folder.path().toString(),
        Long.toString(options.idleAfter().toMillis()));
  }

  /**
   * What to put before a command so that it goes on when its terminal interrupts or hangs up.
   *
   * @param available whether a program can be run
   */
  static List<String> detached(Predicate<String> available) {
    if (available.test("setsid")) {
      return List.of("setsid");
    }
    return available.test("sh")
        ? List.of("sh", "-c", "trap '' INT QUIT HUP TSTP; exec \"$@\"", "novacat-dynamodb")
        : List.of();
  }

  private static boolean isOnPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static Redirect log(ServerFolder folder) throws IOException {
    Path log = folder.log();
    boolean anew = Files.exists(log) && Files.size(log) > LONG_LOG;
    return anew ? Redirect.to(log.toFile()) : Redirect.appendTo(log.toFile());
  }
}
