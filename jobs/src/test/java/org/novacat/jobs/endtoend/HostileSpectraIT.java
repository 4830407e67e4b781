package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;

/** Files made to hurt, beside good ones, in a JVM with a heap of 1 GB. */
class HostileSpectraIT {
  private static final int GOOD = 10;

  @Test
  void hostileSpectra_areNamedAndTakeNoGoodOneWithThem(@TempDir Path folder) throws IOException {
    Path archive = Files.createDirectory(folder.resolve("archive"));
    Map<String, byte[]> hostile = HostileSpectra.all();
    assertThat(hostile).hasSizeGreaterThanOrEqualTo(30);
    for (Map.Entry<String, byte[]> file : hostile.entrySet()) {
      Files.write(archive.resolve(named(file.getKey())), file.getValue());
    }
    for (int i = 0; i < GOOD; i++) {
      Files.write(archive.resolve("good-" + i + ".fits"), HostileSpectra.good(1000 + i));
    }
    Workspace workspace = new Workspace(folder.resolve("workspace"));
    workspace.succeed("init");
    workspace.succeed("register", archive.toString(), "--nova", "V339 Del");

    try (Driver driver =
        workspace.start("ingest-spectra", "--max-file-seconds", "20", "--output", "json")) {
      assertReport(driver.ended().expect(ExitCode.OK).json(), hostile.size() + GOOD);
    }
  }

  private static String named(String name) {
    return name.endsWith(".gz") ? name.replace(".gz", ".fits.gz") : name + ".fits";
  }

  /** Long texts harm nothing now, so that some of the hostile ones are valid as well. */
  private static void assertReport(JsonNode report, int files) {
    JsonNode ended = report.get("ended");

    assertThat(report.get("planned").asInt()).isEqualTo(files);
    assertThat(ended.get("valid").asInt()).isGreaterThanOrEqualTo(GOOD);
    assertThat(ended.get("valid").asInt() + ended.get("quarantined").asInt()).isEqualTo(files);
  }
}
