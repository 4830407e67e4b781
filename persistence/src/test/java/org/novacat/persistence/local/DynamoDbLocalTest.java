package org.novacat.persistence.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbLocalTest {
  private static final LocalServerOptions OPTIONS = LocalServerOptions.defaults();

  @TempDir Path folder;

  @AfterEach
  void stop() {
    DynamoDbLocal.stop(folder);
  }

  @Test
  void emptyFolder_serverIsStartedAndServes() {
    try (DynamoDbLocal server = DynamoDbLocal.ensureRunning(folder, OPTIONS);
        Things things = new Things(server.endpoint()).create().put("nova")) {
      assertThat(things.has("nova")).isTrue();
      assertThat(things.has("other")).isFalse();
    }
  }
}
