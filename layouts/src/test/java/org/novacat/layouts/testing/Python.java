package org.novacat.layouts.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Readers that are not ours; tests that ask them are skipped where they are absent. */
public final class Python {
  private Python() {}

  /**
   * Runs a script that needs astropy.
   *
   * @param folder where the script is put
   * @param script a resource beside {@code owner}
   * @param input its standard input
   * @return its standard output
   */
  public static String withAstropy(
      Path folder, Class<?> owner, String script, String input, List<String> arguments) {
    return with("astropy.io.fits", "python3-astropy", folder, owner, script, input, arguments);
  }

  /**
   * Runs a script that needs a module.
   *
   * @param module what the script imports
   * @param debian the package of Debian that has it
   * @param folder where the script is put
   * @param script a resource beside {@code owner}
   * @param input its standard input
   * @return its standard output
   */
  public static String with(
      String module,
      String debian,
      Path folder,
      Class<?> owner,
      String script,
      String input,
      List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(interpreter(module, debian)));
    try (InputStream in = owner.getResourceAsStream(script)) {
      command.add(Files.write(folder.resolve(script), in.readAllBytes()).toString());
      command.addAll(arguments);
      return run(command, input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String run(List<String> command, String input)
      throws IOException, InterruptedException {
    Path errors = Files.createTempFile("python", ".err");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    process.getOutputStream().write(input.getBytes(UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    Files.delete(errors);
    return output;
  }

  private static String interpreter(String module, String debian) {
    Optional<String> python =
        Stream.of("python3", "/usr/bin/python3").filter(each -> has(each, module)).findFirst();
    assumeTrue(
        python.isPresent(), "Skipped: no Python with " + module + " (Debian: " + debian + ")");
    return python.orElseThrow();
  }

  private static boolean has(String python, String module) {
    try {
      return new ProcessBuilder(List.of(python, "-c", "import " + module))
              .redirectErrorStream(true)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }
}
