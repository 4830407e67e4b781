package org.novacat.persistence.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerJarsTest {
  @TempDir Path folder;

  @AfterEach
  void clearProperty() {
    System.clearProperty(ServerJars.PROPERTY);
  }

  @Test
  void nothingNamed_findsTheJarsOfTheCheckout() {
    assertThat(ServerJars.find(Optional.empty()))
        .endsWith(Path.of("persistence", "dynamodb-local", "target", "lib"));
  }

  @Test
  void property_isPreferredToTheCheckout() throws IOException {
    System.setProperty(ServerJars.PROPERTY, withServer("property").toString());

    assertThat(ServerJars.find(Optional.empty())).isEqualTo(folder.resolve("property"));
  }

  @Test
  void option_isPreferredToTheProperty() throws IOException {
    System.setProperty(ServerJars.PROPERTY, withServer("property").toString());

    assertThat(ServerJars.find(Optional.of(withServer("option"))))
        .isEqualTo(folder.resolve("option"));
  }

  @Test
  void namedFolderWithoutTheServer_isRefusedThoughTheCheckoutHasIt() {
    assertThatThrownBy(() -> ServerJars.find(Optional.of(folder)))
        .isInstanceOf(LocalServerException.class)
        .hasMessageContainingAll(
            "Cannot start DynamoDB Local: '" + folder, "no DynamoDBLocal jar", ServerJars.VARIABLE);
  }

  private Path withServer(String name) throws IOException {
    Path jars = Files.createDirectory(folder.resolve(name));
    Files.createFile(jars.resolve("DynamoDBLocal-9.9.9.jar"));
    return jars;
  }
}
