package org.novacat.jobs.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.testing.Commands;
import org.novacat.jobs.testing.Ran;

class DoctorCommandTest {
  @TempDir private static Path folder;
  private static Commands commands;

  @BeforeAll
  static void makeWorkspace() {
    commands = new Commands(folder.resolve("workspace"));
    commands.novacat("init").expect(ExitCode.OK);
  }

  @Test
  void soundWorkspace_passesEveryCheck_andIsLeftAsItWas() throws IOException {
    Ran ran = commands.json("doctor").expect(ExitCode.OK);

    assertThat(results(ran).values()).containsOnly("PASSED");
    assertThat(results(ran))
        .containsKeys(
            "versions",
            "clock",
            "configuration",
            "workspace",
            "bucket",
            "bucket's promises",
            "public bucket",
            "table file",
            "table");
    assertThat(detail(ran, "versions")).contains("Java 17", "Spark 3.5", "Hadoop 3.4");
    assertThat(detail(ran, "table")).isEqualTo("'NovaCat' answers; 0 novae");
    try (var objects = Files.walk(commands.workspace().resolve("buckets/nova-cat-private-data"))) {
      assertThat(objects.filter(Files::isRegularFile))
          .noneMatch(file -> file.toString().contains("workflow-payloads"));
    }
  }

  @Test
  void table_showsTheSameForPeople() {
    Ran ran = commands.novacat("doctor").expect(ExitCode.OK);

    assertThat(ran.out()).containsPattern("(?m)^check +result +detail$");
    assertThat(ran.out())
        .containsPattern("(?m)^bucket +PASSED +file:///.*: wrote, read and removed");
  }

  @Test
  void origin_isToldForEachSetting() {
    Ran ran = commands.json("doctor", "--region", "eu-central-1").expect(ExitCode.OK);

    assertThat(detail(ran, "--workspace")).isEqualTo(commands.workspace() + "  (command line)");
    assertThat(detail(ran, "--region")).isEqualTo("eu-central-1  (command line)");
    assertThat(detail(ran, "--table")).isEqualTo("NovaCat  (default)");
    assertThat(detail(ran, "--store")).isEqualTo("not set  (default)");
  }

  @Test
  void newWorkspace_isNoFault_andIsNotMade() {
    Path missing = folder.resolve("not-there-yet");

    Ran ran = new Commands(missing).json("doctor").expect(ExitCode.OK);

    assertThat(detail(ran, "workspace")).startsWith(missing + " is new");
    assertThat(results(ran)).doesNotContainKeys("bucket", "table");
    assertThat(missing).doesNotExist();
  }

  @Test
  void missingTable_fails_andTheRestIsStillLookedAt() {
    Ran ran = commands.json("doctor", "--table", "Absent").expect(ExitCode.USAGE);

    assertThat(results(ran)).containsEntry("table", "FAILED").containsEntry("bucket", "PASSED");
    assertThat(detail(ran, "table"))
        .isEqualTo("Cannot open table 'Absent': it does not exist (run 'novacat init')");
  }

  @Test
  void missingBucket_fails() {
    Path bucket = folder.resolve("no-bucket");

    Ran ran = commands.json("doctor", "--store", bucket.toString()).expect(ExitCode.USAGE);

    assertThat(results(ran)).containsEntry("bucket", "FAILED");
    assertThat(detail(ran, "bucket")).startsWith("Cannot open store '" + bucket + "'");
  }

  @Test
  void workspaceThatIsAFile_fails() throws IOException {
    Path file = Files.writeString(folder.resolve("a-file"), "");

    Ran ran = new Commands(file).json("doctor").expect(ExitCode.USAGE);

    assertThat(results(ran)).containsEntry("workspace", "FAILED");
    assertThat(detail(ran, "workspace")).startsWith("Cannot use workspace '" + file + "'");
  }

  private static Map<String, String> results(Ran ran) {
    Map<String, String> results = new TreeMap<>();
    for (JsonNode line : ran.jsonLines()) {
      results.put(line.get("check").asText(), line.get("result").asText());
    }
    return results;
  }

  private static String detail(Ran ran, String check) {
    return ran.jsonLines().stream()
        .filter(line -> line.get("check").asText().equals(check))
        .findFirst()
        .orElseThrow()
        .get("detail")
        .asText();
  }
}
