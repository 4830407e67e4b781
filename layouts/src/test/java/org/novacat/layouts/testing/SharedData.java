package org.novacat.layouts.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real data that are not ours to redistribute: a folder that {@code NOVACAT_SHARED_DATA} names,
 * else {@code ../shared/data} beside the checkout. Where it is missing, the test that asks is
 * skipped.
 */
public final class SharedData {
  private static final String VARIABLE = "NOVACAT_SHARED_DATA";

  private SharedData() {}

  /** The FITS corpus: {@code MANIFEST.csv}, {@code files/}, {@code truth/}. */
  public static Path fits() {
    return present("fits");
  }

  /** The photometry corpus. */
  public static Path photometry() {
    return present("photometry");
  }

  /** Small inputs from the field that were read wrong once. */
  public static Path field() {
    return present("field");
  }

  /** Spectra of novae as text: {@code files/}, {@code truth.json}. */
  public static Path spectraAscii() {
    return present("spectra-ascii");
  }

  private static Path present(String name) {
    Path folder = root().resolve(name);
    assumeTrue(
        Files.isDirectory(folder),
        () ->
            "Skipped: no shared data at '%s' (set %s to the folder that holds '%s')"
                .formatted(folder, VARIABLE, name));
    return folder;
  }

  private static Path root() {
    String given = System.getenv(VARIABLE);
    return given == null || given.isBlank()
        ? checkout().resolveSibling("shared").resolve("data")
        : Path.of(given).normalize();
  }

  /** The nearest folder upwards that holds {@code .mvn}: tests run in their module's folder. */
  private static Path checkout() {
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(".mvn"))) {
        return folder;
      }
    }
    return here;
  }
}
