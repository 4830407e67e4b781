package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The control of what looks at every workspace after every test. */
class ArchivesHoldTest {
  @TempDir private Path folder;

  @Test
  void strangeObject_failsTheTestThatLeftIt() throws IOException {
    Workspace workspace = new Workspace(folder.resolve("workspace"));
    workspace.succeed("init");
    ArchivesHold.check();
    Path strange = Files.writeString(workspace.bucket().resolve("strange"), "strange");
    workspace.succeed("status");

    assertThat(ArchivesHold.isInForce()).isTrue();
    assertThatThrownBy(ArchivesHold::check).hasMessageContaining("KEY_FOREIGN strange: ");
    Files.delete(strange);
  }
}
