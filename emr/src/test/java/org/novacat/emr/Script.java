package org.novacat.emr;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.novacat.jobs.main.Novacat;

/**
 * Commands of the program in one JVM, one after the other: a start costs more than most of them do.
 * It ends with the first that fails, and its code, and when it is closed.
 */
final class Script implements AutoCloseable {
  private static final String TAB = "\t";

  /** Said after each command that ended well; no command says it. */
  private static final String DONE = "\u0004\n";

  private final Started jvm;
  private int read;

  private Script(Started jvm) {
    this.jvm = jvm;
  }

  /**
   * Starts the JVM.
   *
   * @param command of the JVM, with {@link #classPath} on its class path and {@link #mainClass} as
   *     the class that it runs
   * @param folder its working folder
   * @param environment as {@link Started#start} has it
   */
  static Script start(List<String> command, Path folder, Map<String, String> environment) {
    return new Script(Started.start(command, folder, "script", environment));
  }

  /** Runs commands, each of which must end well; what they say on standard output. */
  String run(List<List<String>> commands) {
    StringBuilder said = new StringBuilder();
    commands.forEach(words -> said.append(run(String.join(TAB, words))));
    return said.toString();
  }

  private String run(String line) {
    jvm.tell(line + "\n");
    jvm.await("end of " + line, () -> jvm.out().indexOf(DONE, read) >= 0);
    String out = jvm.out();
    int end = out.indexOf(DONE, read);
    String said = out.substring(read, end);
    read = end + DONE.length();
    return said;
  }

  @Override
  public void close() {
    jvm.close();
  }

  /** Runs the commands of standard input, a line each. */
  public static void main(String[] none) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int code = Novacat.run(line.split(TAB));
      if (code != 0) {
        System.exit(code);
      }
      System.out.print(DONE);
      System.out.flush();
    }
  }

  /** The class that {@link #start} runs. */
  static String mainClass() {
    return Script.class.getName();
  }

  /** Where this class lies, for the class path of a JVM that runs it. */
  static String classPath() {
    return Path.of(Script.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toString();
  }
}
