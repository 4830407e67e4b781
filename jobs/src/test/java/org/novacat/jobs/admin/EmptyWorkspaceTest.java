package org.novacat.jobs.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.testing.Commands;

class EmptyWorkspaceTest {
  @TempDir private static Path folder;
  private static Commands commands;

  @BeforeAll
  static void makeWorkspace() {
    commands = new Commands(folder.resolve("workspace"));
    commands.novacat("init").expect(ExitCode.OK);
  }

  @ParameterizedTest
  @CsvSource({
    "status, No spectrum yet (bring some in with 'novacat register').",
    "runs, No run yet.",
    "queue, Nothing is due.",
    "photometry list, No photometry table yet (novacat register --photometry).",
    "quarantine list, Nothing is in quarantine.",
    "nova list, No nova yet (add one with 'novacat nova add').",
    "ingest-spectra, Nothing to do: no spectrum is waiting. Nothing was written."
  })
  void nothingThere_isSaid(String command, String sentence) {
    assertThat(commands.novacat(command.split(" ")).expect(ExitCode.OK).out())
        .isEqualToIgnoringNewLines(sentence);
  }

  @ParameterizedTest
  @CsvSource({"runs", "queue", "photometry list", "quarantine list", "nova list"})
  void nothingThere_isNoJsonLine(String command) {
    assertThat(commands.json(command.split(" ")).expect(ExitCode.OK).jsonLines()).isEmpty();
  }

  @Test
  void dryRun_isOneJsonLine() {
    JsonNode register =
        commands
            .json("register", folder.toString(), "--nova", "V339 Del", "--dry-run")
            .expect(ExitCode.OK)
            .json();
    JsonNode ingest = commands.json("ingest-spectra", "--dry-run").expect(ExitCode.OK).json();

    assertThat(register.get("candidates").asInt()).isZero();
    assertThat(ingest.get("planned").asInt()).isZero();
  }

  @Test
  void statusAsJson_isZero() {
    JsonNode status = commands.json("status").expect(ExitCode.OK).json();

    assertThat(status.get("spectra").asInt()).isZero();
    assertThat(status.at("/photometry/uploads").asInt()).isZero();
    assertThat(status.at("/photometry/newest_table").isNull()).isTrue();
  }
}
