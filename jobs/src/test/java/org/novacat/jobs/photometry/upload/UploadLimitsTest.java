package org.novacat.jobs.photometry.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.layouts.photometry.FileRefusalCode;

/** Each limit, and as its control the same upload where the limit is wider. */
public class UploadLimitsTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final String JSON =
      "[%s]".formatted("[2456520.5,4.4],".repeat(500) + "[2456521.5,4.5]");
  private static final String SIDECAR = "{\"nova\": \"V339 Del\", \"band\": \"V\"}";

  @TempDir Path folder;

  @Test
  void uploadThatTakesMoreMemoryThanItsShare_isRefused() {
    assertThat(code(new UploadDecision.Limits(60_000, MINUTE)))
        .isEqualTo(FileRefusalCode.FILE_TOO_LARGE);
    assertThat(code(new UploadDecision.Limits(1 << 20, MINUTE))).isNull();
  }

  @Test
  void uploadLargerThanTheMemory_isNotEvenFetched() {
    assertThat(code(new UploadDecision.Limits(100, MINUTE)))
        .isEqualTo(FileRefusalCode.FILE_TOO_LARGE);
  }

  @Test
  void uploadThatTakesLongerThanItsTime_isRefused() {
    assertThat(code(new UploadDecision.Limits(1 << 20, Duration.ZERO)))
        .isEqualTo(FileRefusalCode.TIME_LIMIT);
    assertThat(code(new UploadDecision.Limits(1 << 20, MINUTE))).isNull();
  }

  private FileRefusalCode code(UploadDecision.Limits limits) {
    try (Desk desk = new Desk(folder, "V339 Del")) {
      desk.limits = limits;
      DecidedUpload decided = desk.decide(desk.register("a.json", JSON.getBytes(UTF_8), SIDECAR));
      return decided.refusal() == null ? null : decided.refusal().code();
    }
  }
}
