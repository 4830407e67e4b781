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
    List<String> command = new ArrayList<>(List.of(interpreter()));
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

  private static String interpreter() {
    Optional<String> python =
        Stream.of("python3", "/usr/bin/python3").filter(Python::hasAstropy).findFirst();
    assumeTrue(python.isPresent(), "Skipped: no Python with astropy (Debian: python3-astropy)");
    return python.orElseThrow();
  }

  private static boolean hasAstropy(String python) {
    try {
      return new ProcessBuilder(List.of(python, "-c", "import astropy.io.fits"))
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
