package org.novacat.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.UserError;

class DestinationTest {
  @TempDir private Path folder;

  @Test
  void nextExport_clearsAwayWhatAKilledOneLeft_butNotWhatMayBeAtWork() throws IOException {
    Path left = aged(".a [1].csv.%s.part".formatted(UUID.randomUUID()), Duration.ofDays(2));
    Path parts = Files.createDirectory(folder.resolve(left.getFileName() + ".parts"));
    Files.writeString(parts.resolve("part-0"), "half");
    Files.setLastModifiedTime(parts, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    Path atWork = aged(".a [1].csv.%s.part".formatted(UUID.randomUUID()), Duration.ofHours(2));
    Path ofAnother = aged(".b.csv.%s.part".formatted(UUID.randomUUID()), Duration.ofDays(2));
    Path ofTheUser = aged(".a [1].csv.part", Duration.ofDays(2));

    Destination.write(folder.resolve("a [1].csv"), new byte[] {'x'}, false);

    assertThat(folder.resolve("a [1].csv")).hasContent("x");
    assertThat(left).doesNotExist();
    assertThat(parts).doesNotExist();
    assertThat(atWork).exists();
    assertThat(ofAnother).exists();
    assertThat(ofTheUser).exists();
  }

  @Test
  void folderThatIsMissing_isSaid() {
    Path file = folder.resolve("missing").resolve("a.csv");

    assertThatThrownBy(() -> Destination.write(file, new byte[1], false))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot write '%s': ".formatted(file));
  }

  private Path aged(String name, Duration age) throws IOException {
    Path draft = Files.writeString(folder.resolve(name), "half");
    Files.setLastModifiedTime(draft, FileTime.from(Instant.now().minus(age)));
    return draft;
  }
}
