package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;

/** Uploads that are made to break their reader, beside good ones, on a heap of 1 GB. */
class HostileUploadsIT {
  private static final List<String> NOVAE = List.of("V339 Del", "RS Oph", "T CrB");
  private static final int ROWS = 50;

  @TempDir Path folder;

  @Test
  @Timeout(value = 6, unit = TimeUnit.MINUTES)
  void hostileUploads_areNamedEachWithItsCode_andTheGoodOnesAreInTables() throws IOException {
    Path uploads = Files.createDirectory(folder.resolve("uploads"));
    Map<String, String> hostile = HostileUploads.write(uploads);
    assertThat(hostile).hasSizeGreaterThan(30);
    for (String nova : NOVAE) {
      Files.writeString(uploads.resolve(nova.replace(' ', '_') + ".csv"), good(nova));
    }
    Workspace workspace = new Workspace(folder.resolve("workspace"));
    NOVAE.forEach(nova -> workspace.succeed("nova", "add", nova));

    registered(workspace, uploads, hostile.size() + NOVAE.size());
    JsonNode report = ingested(workspace);

    List<String> wrong = new ArrayList<>();
    hostile.forEach((name, code) -> check(report, name, code, wrong));
    assertThat(wrong).as(report.toPrettyString()).isEmpty();
    assertThat(report.at("/uploads/ended/refused").asInt()).isEqualTo(hostile.size());
    assertThat(report.at("/uploads/ended/done").asInt()).isEqualTo(NOVAE.size());
    assertThat(report.at("/uploads/ended/postponed").asInt()).isZero();
    assertThat(report.at("/rows/ended/done").asInt()).isEqualTo(NOVAE.size() * ROWS);
    assertThat(report.at("/tables/ended/done").asInt()).isEqualTo(NOVAE.size());
    assertThat(report.at("/metrics/table_rows").asInt()).isEqualTo(NOVAE.size() * ROWS);
    assertThat(report.toString()).doesNotContain("READER_FAILED", "TIME_LIMIT", "root:");
  }

  private static String good(String nova) {
    StringBuilder text = new StringBuilder("star,JD,mag,err,band\n");
    for (int row = 0; row < ROWS; row++) {
      text.append(
          String.format(
              Locale.ROOT, "%s,%.3f,%.3f,0.02,V%n", nova, 2_456_520.5 + row, 5 + row * 0.1));
    }
    return text.toString();
  }

  private static void registered(Workspace workspace, Path uploads, int all) {
    try (Driver driver =
        workspace.start("register", "--photometry", uploads.toString(), "--output", "json")) {
      JsonNode report = driver.ended().expect(ExitCode.OK).json();
      assertThat(report.at("/files/ended/done").asInt()).as(report.toPrettyString()).isEqualTo(all);
      assertThat(report.at("/files/codes/refused/ROW_INVALID").asInt()).isEqualTo(1);
      assertThat(report.at("/files/planned").asInt()).isEqualTo(all + 1);
    }
  }

  private static JsonNode ingested(Workspace workspace) {
    try (Driver driver = workspace.start("ingest-photometry", "--output", "json")) {
      return driver.ended().expect(ExitCode.OK).json();
    }
  }

  private static void check(JsonNode report, String name, String code, List<String> wrong) {
    for (JsonNode one : report.get("look_at")) {
      if (one.get("what").asText().equals(name)) {
        if (!one.get("code").asText().startsWith(code)) {
          wrong.add("%s is due %s: %s".formatted(name, code, one));
        }
        return;
      }
    }
    wrong.add(name + " is not named");
  }
}
