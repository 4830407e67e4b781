package org.novacat.jobs.register.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;

public class SpoolTest {
  private static final String PROPERTY = "java.io.tmpdir";

  @TempDir private Path folder;
  private final String before = System.getProperty(PROPERTY);

  @AfterEach
  void restore() {
    System.setProperty(PROPERTY, before);
  }

  @Test
  void missingFolder_isNamedWithWhatHelps() {
    System.setProperty(PROPERTY, folder.resolve("missing").toString());

    assertThatThrownBy(() -> spooled())
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.rejection("").code()).isEqualTo(RejectCode.SOURCE_NOT_KEPT))
        .hasMessageStartingWith(
            "Cannot keep the bytes in the temporary folder '%s': "
                .formatted(folder.resolve("missing")))
        .hasMessageEndingWith("(make room on its disk, and see that it can be written)");
  }

  /** The control. */
  @Test
  void folderThatIsThere_keepsTheFile() throws Exception {
    System.setProperty(PROPERTY, folder.toString());

    try (Fetched fetched = spooled()) {
      assertThat(fetched.file()).hasParent(folder).hasSize(3);
    }
    assertThat(folder).isEmptyDirectory();
  }

  private static Fetched spooled() throws Exception {
    return Spool.of(new ByteArrayInputStream(new byte[3]), size -> {});
  }
}
