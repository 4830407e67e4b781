package org.novacat.jobs.photometry.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.novacat.jobs.testing.Manual;
import org.novacat.layouts.testing.SharedData;

/** The manual's table of how sure rows of each format are says what rows of real files have. */
class HowSureTest {
  private static final List<String> KEYS =
      List.of("timeBy", "systemBy", "unitBy", "bandBy", "limitBy", "novaBy");

  @Test
  void rowsOfRealFiles_areAsSureAsTheManualSays() throws IOException {
    Map<String, List<String>> table = table();
    SoftAssertions softly = new SoftAssertions();
    int rows = 0;
    for (Path file : files()) {
      FieldReading reading = FieldReading.of(file, "none");
      List<String> cells = table.getOrDefault(reading.format(), List.of());
      for (String line : reading.lines()) {
        if (line.startsWith("row ")) {
          softly.assertThat(cells).as("format %s", reading.format()).hasSize(KEYS.size() + 1);
          check(softly, file, line, cells);
          rows++;
        }
      }
    }
    softly.assertAll();
    assertThat(rows).isGreaterThan(1000);
  }

  private static void check(SoftAssertions softly, Path file, String line, List<String> cells) {
    Map<String, String> said = new HashMap<>();
    for (String word : line.split(" ")) {
      said.put(word.split("=", 2)[0], word.substring(word.indexOf('=') + 1));
    }
    for (int i = 0; i < KEYS.size() && i + 1 < cells.size(); i++) {
      String confidence = said.getOrDefault(KEYS.get(i), "null").toLowerCase(Locale.ROOT);
      if (!confidence.equals("null")) {
        softly.assertThat(cells.get(i + 1)).as("%s of %s", KEYS.get(i), file).contains(confidence);
      }
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> corpus = Files.list(SharedData.photometry().resolve("files"));
        Stream<Path> field = Files.list(SharedData.field().resolve("photometry"))) {
      return Stream.concat(corpus, field)
          .filter(
              file -> !file.toString().endsWith(".json") || !file.toString().contains("sidecar"))
          .filter(file -> !file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  /** Rows of the manual's table by each of the formats that they name. */
  private static Map<String, List<String>> table() {
    Path page = Path.of("..", "docs", "formats", "photometry-uploads.md");
    Map<String, List<String>> table = new HashMap<>();
    for (List<String> row : Manual.table(page, "format | time scale")) {
      for (String format : row.get(0).split(",")) {
        table.put(format.strip().replace("`", ""), row);
      }
    }
    return table;
  }
}
