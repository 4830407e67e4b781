package org.novacat.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.testing.Commands;

class InitCommandTest {
  @TempDir private Path folder;
  private Commands commands;

  @BeforeEach
  void nameWorkspace() {
    commands = new Commands(folder.resolve("workspace"));
  }

  @Test
  void initTwice_createsOnce() {
    JsonNode first = commands.json("init").expect(ExitCode.OK).json();
    JsonNode second = commands.json("init").expect(ExitCode.OK).json();

    assertThat(first.get("change").asText()).isEqualTo("CREATED");
    assertThat(second.get("change").asText()).isEqualTo("ALREADY_THERE");
    assertThat(first.get("table").asText()).isEqualTo("NovaCat");
    assertThat(first.get("bucket")).isEqualTo(second.get("bucket"));
    for (String bucket : new String[] {"nova-cat-private-data", "nova-cat-public-site"}) {
      assertThat(commands.workspace().resolve("buckets").resolve(bucket)).isDirectory();
    }
    assertThat(commands.novacat("init").out())
        .startsWith("There already: table 'NovaCat', bucket ");
  }

  @Test
  void dryRun_createsNothing() {
    assertThat(commands.novacat("init", "--dry-run").expect(ExitCode.OK).out())
        .startsWith("Would create, where missing: table 'NovaCat'");

    assertThat(commands.workspace()).doesNotExist();
  }

  @Test
  void otherTableOfAWorkspace_isMissingUntilInit() {
    commands.novacat("init").expect(ExitCode.OK);

    assertThat(commands.novacat("status", "--table", "Other").expect(ExitCode.USAGE).err())
        .isEqualToIgnoringNewLines(
            "Cannot open table 'Other': it does not exist (run 'novacat init')");
    commands.novacat("init", "--table", "Other").expect(ExitCode.OK);
    commands.novacat("status", "--table", "Other").expect(ExitCode.OK);
  }

  @Test
  void workspaceThatIsAFile_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("workspace"), "");

    for (String command : new String[] {"init", "status", "runs"}) {
      assertThat(commands.novacat(command).expect(ExitCode.USAGE).err())
          .isEqualToIgnoringNewLines(
              "Cannot use workspace '%s': '%s' is a file (name a folder; one that is missing is made)"
                  .formatted(file, file));
    }
  }

  @Test
  void optionsThatNameNoStore_areRefused() {
    refused("Cannot open store 'ftp://x': unknown kind of store", "--store", "ftp://x");
    refused("Cannot use bucket 'x': a name is 3 to 63", "--store", "s3a://x");
    refused("Cannot open store 's3a://xyz/y': a bucket is a whole one", "--store", "s3a://xyz/y");
    refused(
        "Cannot use public bucket 's3a://xyz'",
        "--store",
        "s3a://xyz",
        "--public-store",
        "s3a://xyz");
    refused("Cannot use S3 endpoint 'nowhere'", "--store", "s3a://xyz", "--s3-endpoint", "nowhere");
    refused("Cannot use table name 'a b'", "--table", "a b");
    refused("Cannot use DynamoDB endpoint 'nowhere'", "--dynamodb-endpoint", "nowhere");
    refused("Cannot use DynamoDB endpoint 'file:///x'", "--dynamodb-endpoint", "file:///x");

    assertThat(commands.workspace()).doesNotExist();
  }

  private void refused(String message, String... options) {
    String[] words = Stream.concat(Stream.of("status"), Stream.of(options)).toArray(String[]::new);
    assertThat(commands.novacat(words).expect(ExitCode.USAGE).err()).startsWith(message);
  }
}
