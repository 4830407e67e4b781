package org.novacat.emr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.novacat.jobs.main.Novacat;

/**
 * Several commands of the program in one JVM, which need no cluster: a start costs more than they
 * do. Ends with the first that fails, and its code.
 */
final class Script {
  private static final String TAB = "\t";

  private Script() {}

  /** Keeps commands in a file, a line each. */
  static Path write(Path file, List<List<String>> commands) throws IOException {
    return Files.write(file, commands.stream().map(words -> String.join(TAB, words)).toList());
  }

  /** Runs the commands of a file. */
  public static void main(String[] arguments) throws IOException {
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      int code = Novacat.run(line.split(TAB));
      if (code != 0) {
        System.err.println("Failed: " + line);
        System.exit(code);
      }
    }
  }

  /** Where this class lies, for the class path of a JVM that runs it. */
  static String classPath() {
    return Path.of(Script.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toString();
  }
}
