package org.novacat.jobs.photometry.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.layouts.id.JobRunId;

class PhotometryReportTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, OK",
    "1, 0, 1, OUT_OF_MEMORY",
    "0, 1, 1, OUT_OF_MEMORY",
    "1, 1, 1, UNREACHABLE",
    "1, 0, 0, UNREACHABLE"
  })
  void failuresForWantOfMemoryAlone_areNotLaidToTheStore(
      long files, long tables, long outOfMemory, ExitCode code) {
    PhotometryReport report =
        new PhotometryReport(
            JobRunId.mint(),
            new PhotometryReport.Files(files, 0, 0, 0, files, 0, Map.of()),
            new PhotometryReport.Rows(0, 0, Map.of(), 0),
            new PhotometryReport.Tables(tables, 0, 0, 0, tables, 0, 0, 0),
            List.of(),
            List.of(),
            List.of(),
            outOfMemory,
            new PhotometryReport.Metrics(0, 0, 0),
            false);

    assertThat(report.exitCode()).isEqualTo(code);
  }
}
