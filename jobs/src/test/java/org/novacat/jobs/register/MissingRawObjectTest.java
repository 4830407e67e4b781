package org.novacat.jobs.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleSpec;
import org.novacat.jobs.testing.Commands;

/** A copy of a workspace whose table was copied after its bucket knows of more than it has. */
class MissingRawObjectTest {
  @TempDir private Path folder;

  @Test
  void rawObjectThatIsMissing_isPutBackByRegisteringItsFileAgain() throws IOException {
    SampleArchive archive = SampleArchive.write(folder.resolve("archive"), new SampleSpec(3, 1, 2));
    Commands commands = new Commands(folder.resolve("workspace"));
    String[] register = {"register", archive.manifest().toString(), "--add-novae"};
    commands.novacat(register).expect(ExitCode.OK);
    List<Path> raw = raw(commands.workspace());
    Path lost = raw.get(0);
    byte[] bytes = Files.readAllBytes(lost);
    Files.delete(lost);

    assertThat(commands.json(register).expect(ExitCode.OK).json().at("/files/ended/done").asInt())
        .isZero();

    assertThat(lost).hasBinaryContent(bytes);
    assertThat(raw(commands.workspace())).isEqualTo(raw);
  }

  private static List<Path> raw(Path workspace) throws IOException {
    try (Stream<Path> files = Files.walk(workspace.resolve("buckets"))) {
      return files.filter(file -> file.endsWith("primary.fits")).sorted().toList();
    }
  }
}
