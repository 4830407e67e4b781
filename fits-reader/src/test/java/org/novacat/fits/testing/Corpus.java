package org.novacat.fits.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.novacat.layouts.testing.SharedData;

/** The real files and what an independent reader says they hold. */
public final class Corpus {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Corpus() {}

  /** All files, sorted by name; the test is skipped where they are absent. */
  public static List<RealFile> files() {
    Path root = SharedData.fits();
    try (Stream<Path> truths = Files.list(root.resolve("truth"))) {
      return truths.sorted().map(truth -> read(root, truth)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One file by name. */
  public static RealFile file(String name) {
    return files().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private static RealFile read(Path root, Path truth) {
    try {
      JsonNode json = JSON.readTree(truth.toFile());
      String name = json.get("file").asText();
      return new RealFile(name, root.resolve("files").resolve(name), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file and its truth. */
  public record RealFile(String name, Path path, JsonNode truth) {
    /** Its content. */
    public byte[] bytes() {
      try {
        return Files.readAllBytes(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** What it is: {@code spectrum}, {@code malformed}, {@code light_curve}, … */
    public String expect() {
      return truth.get("expect").asText();
    }

    /** Its spectra by the truth, all bands of a stack included. */
    public List<JsonNode> spectra() {
      JsonNode list = truth.path("spectra");
      return Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(list::get).toList();
    }
  }
}
