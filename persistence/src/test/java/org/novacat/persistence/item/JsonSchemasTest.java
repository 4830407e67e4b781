package org.novacat.persistence.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schemas in {@code docs/schemas} are those of the code. After a change of shape that is meant,
 * {@code mvn -pl persistence -am test -Dtest=JsonSchemasTest -Dnovacat.schemas=write} writes them.
 */
class JsonSchemasTest {
  private static final Path FOLDER = Path.of("..", "docs", "schemas");

  @BeforeAll
  static void writeWhenAsked() throws IOException {
    if ("write".equals(System.getProperty("novacat.schemas"))) {
      Files.createDirectories(FOLDER);
      for (Shape shape : Shapes.ALL) {
        Files.writeString(FOLDER.resolve(JsonSchemas.fileName(shape)), JsonSchemas.of(shape));
      }
    }
  }

  static Stream<Shape> shapes() {
    return Shapes.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void schemaInDocs_isThatOfTheCode(Shape shape) throws IOException {
    Path file = FOLDER.resolve(JsonSchemas.fileName(shape));

    assertThat(file).hasContent(JsonSchemas.of(shape));
  }

  @Test
  void folder_holdsNothingElse() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();

      assertThat(names)
          .containsExactlyInAnyOrderElementsOf(
              Shapes.ALL.stream().map(JsonSchemas::fileName).toList());
    }
  }
}
