package org.novacat.persistence.commit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.persistence.photometry.PhotometryPart;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.UploadVerdict;

/**
 * What a run found out about a photometry upload, to be recorded.
 *
 * @param upload as it was read; when it has changed since, nothing is recorded
 * @param parts one for each nova of the verdict
 */
public record UploadOutcome(
    PhotometryUpload upload, UploadVerdict verdict, List<PhotometryPart> parts) {
  /** Novae that one upload may have rows of: its item names them all. */
  public static final int MOST_NOVAE = 1000;

  public UploadOutcome {
    requireNonNull(upload, "upload is null");
    requireNonNull(verdict, "verdict is null");
    parts = List.copyOf(parts);
  }

  /** This, or the refusal of an upload whose item would be too large for all its novae. */
  UploadOutcome fitting() {
    if (verdict.novae().size() <= MOST_NOVAE) {
      return this;
    }
    FileRefusal refusal =
        new FileRefusal(
            FileRefusalCode.FILE_TOO_LARGE,
            "it has rows of %s novae, and %s are allowed"
                .formatted(verdict.novae().size(), MOST_NOVAE),
            "cut it into files of fewer novae");
    UploadVerdict instead =
        new UploadVerdict(
            verdict.format(),
            verdict.rows(),
            0,
            verdict.rows(),
            List.of(),
            refusal,
            verdict.quarantinePrefix(),
            verdict.quarantined(),
            null,
            verdict.rules(),
            verdict.at());
    return new UploadOutcome(upload, instead, List.of());
  }
}
