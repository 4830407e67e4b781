package org.novacat.jobs.photometry.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.novacat.layouts.testing.SharedData;

/**
 * Small inputs from the field, each with what must become of it. Expectations stand in the texts
 * beside this test, by hand from the README of the inputs:
 *
 * <pre>
 * == name.csv                  a file, with its sidecar where one lies beside it
 * == name.csv | none           the same without its sidecar
 * == name.csv | {"band": "V"}  the same with this one
 * row 2 value=15.5 err=0.1     a measurement of line 2; only the keys given are compared, see
 *                              FieldReading for all of them; limit=18.3 in the place of value=
 * rejected 3 NO_MEASUREMENT    line 3 enters no table
 * refused NO_DATA_ROWS word    the file is refused, its message and remedy say "word"
 * says word                    the account or the notes say "word"
 * </pre>
 *
 * Rows and rejections must be complete and in order.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldInputsTest {
  private static final List<String> PARTS = List.of("time", "limits", "kinds", "formats", "lead");

  private final List<String> table = new ArrayList<>();

  /** An input and the lines that say what must become of it. */
  record Expected(String name, List<String> lines) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Expected> expected() throws IOException {
    List<Expected> all = new ArrayList<>();
    for (String part : PARTS) {
      for (String line : lines(part)) {
        if (line.startsWith("== ")) {
          all.add(new Expected(line.substring(3).strip(), new ArrayList<>()));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          all.get(all.size() - 1).lines().add(line.strip());
        }
      }
    }
    return all.stream();
  }

  private static List<String> lines(String part) throws IOException {
    try (InputStream in = FieldInputsTest.class.getResourceAsStream(part + ".txt")) {
      return in == null ? List.of() : new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }

  @Test
  void everyInput_hasItsExpectation() throws IOException {
    Set<String> expected =
        expected().map(one -> one.name().split(" \\| ")[0]).collect(Collectors.toSet());
    try (Stream<Path> all = Files.list(SharedData.field().resolve("photometry"))) {
      assertThat(all.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.endsWith(".sidecar.json") && !name.equals("README.md"))
          .hasSize(75)
          .allMatch(expected::contains);
    }
  }

  @ParameterizedTest
  @MethodSource("expected")
  void input_endsAsItsTruthSays(Expected expected) throws IOException {
    String[] name = expected.name().split(" \\| ", 2);
    Path file = SharedData.field().resolve("photometry").resolve(name[0]);
    FieldReading reading = FieldReading.of(file, name.length == 1 ? sidecar(file) : name[1]);
    List<String> actual = reading.lines();
    table.add("%-44s %s".formatted(expected.name(), reading.outcome()));

    List<String> ends =
        expected.lines().stream().filter(line -> !line.startsWith("says ")).toList();
    assertThat(actual).as("ends: %s", actual).hasSameSizeAs(ends);
    for (int i = 0; i < ends.size(); i++) {
      FieldReading.check(ends.get(i), actual.get(i));
    }
    expected.lines().stream()
        .filter(line -> line.startsWith("says "))
        .forEach(line -> assertThat(reading.account()).contains(line.substring(5)));
  }

  private static String sidecar(Path file) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".sidecar.json");
    return Files.exists(beside) ? Files.readString(beside) : "none";
  }

  @AfterAll
  void printTable() {
    table.forEach(System.out::println);
  }
}
