package org.novacat.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.testing.Commands;

class LeftoversTest {
  @TempDir Path folder;

  @Test
  void nextRun_clearsAwayWhatAKilledOneLeft_butNotWhatMayBeAtWork() throws IOException {
    SampleArchive archive = SampleArchive.write(folder.resolve("archive"), new SampleSpec(3, 1, 1));
    Commands commands = new Commands(folder.resolve("workspace"));
    commands.novacat("init").expect(ExitCode.OK);
    Path left = draft("left", Duration.ofDays(2));
    Path atWork = draft("at-work", Duration.ofHours(2));

    commands.novacat("status").expect(ExitCode.OK);
    assertThat(left).as("only runs write").exists();
    commands.novacat("register", archive.manifest().toString(), "--add-novae");

    assertThat(left).doesNotExist();
    assertThat(atWork).exists();
  }

  private Path draft(String name, Duration age) throws IOException {
    Path drafts = folder.resolve("workspace/buckets/nova-cat-private-data/~drafts");
    Path draft = Files.writeString(Files.createDirectories(drafts).resolve(name), "half");
    Files.setLastModifiedTime(draft, FileTime.from(Instant.now().minus(age)));
    return draft;
  }
}
