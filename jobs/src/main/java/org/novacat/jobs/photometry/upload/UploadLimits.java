package org.novacat.jobs.photometry.upload;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.upload.FileRefusals;

/**
 * What one upload may cost.
 *
 * @param memory bytes that reading it may hold
 * @param time for all work on it but that of the store
 */
public record UploadLimits(long memory, Duration time) {
  public UploadLimits {
    requireNonNull(time, "time is null");
  }

  /** Why an upload is not even fetched; null when it is. */
  @Nullable FileRefusal refusal(PlannedUpload planned) {
    if (planned.bytes() > ReadSettings.MAX_BYTES) {
      return FileRefusals.tooLarge(planned.filename(), ReadSettings.MAX_BYTES, "bytes");
    }
    return planned.bytes() > memory ? FileRefusals.memory(planned.filename(), memory) : null;
  }
}
