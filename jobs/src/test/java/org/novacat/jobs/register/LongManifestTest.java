package org.novacat.jobs.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.testing.Commands;

/** Lists of so many files that they are not kept in memory. */
class LongManifestTest {
  private static final String TEMPORARY = "java.io.tmpdir";
  private static final int MANY = 1300;

  private final String machinesTemporary = System.getProperty(TEMPORARY);
  @TempDir private Path folder;

  /** Beside the folder, as the first command of a JVM unpacks a library there. */
  @TempDir private Path temporary;

  private Commands commands;

  @BeforeEach
  void addNova() {
    System.setProperty(TEMPORARY, temporary.toString());
    commands = new Commands(folder.resolve("workspace"));
    commands.novacat("init").expect(ExitCode.OK);
    commands.novacat("nova", "add", "V339 Del").expect(ExitCode.OK);
  }

  @AfterEach
  void putTemporaryFolderBack() {
    System.setProperty(TEMPORARY, machinesTemporary);
  }

  @Test
  void everyRow_endsOnce_andTheRefusedOnesAreNamedInTheirOrder() throws IOException {
    List<String> rows = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      Files.writeString(folder.resolve(i + ".fits"), "bytes " + i);
      boolean unknown = i % 100 == 50;
      rows.add((unknown ? "V999 Nowhere," : "V339 Del,") + i + ".fits");
      if (unknown) {
        refused.add("list.csv line " + (i + 2));
      }
    }

    JsonNode report = commands.json("register", list("list.csv", rows)).expect(ExitCode.OK).json();

    assertThat(report.at("/files/planned").asInt()).isEqualTo(MANY);
    assertThat(report.at("/files/ended/done").asInt()).isEqualTo(MANY - refused.size());
    assertThat(report.at("/files/codes/refused/NOVA_UNKNOWN").asInt()).isEqualTo(refused.size());
    assertThat(report.get("look_at").findValuesAsText("what")).isEqualTo(refused);
    assertThat(temporary).isDirectoryNotContaining("glob:**novacat-*");
    JsonNode again = commands.json("register", list("list.csv", rows)).expect(ExitCode.OK).json();
    assertThat(again.at("/files/ended/unchanged").asInt()).isEqualTo(MANY - refused.size());
  }

  @Test
  void listsForWhichThereIsNoRoom_areNotToBlame() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      rows.add("V339 Del," + i + ".fits");
    }
    System.setProperty(TEMPORARY, folder.resolve("gone").toString());

    String said =
        commands
            .novacat("register", list("a.csv", rows), list("b.csv", rows))
            .expect(ExitCode.USAGE)
            .err();

    assertThat(said)
        .contains("Cannot keep a file in the temporary folder")
        .contains("make room on its disk")
        .doesNotContain("Cannot read manifest");
  }

  private String list(String name, List<String> rows) throws IOException {
    Path file = folder.resolve(name);
    return Files.writeString(file, "nova,locator\n" + String.join("\n", rows) + "\n").toString();
  }
}
