package org.novacat.jobs.admin;

import org.novacat.jobs.cli.UserError;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.UploadReviews;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.state.UploadTransitions;

/** An upload of photometry under review. */
record ReviewedUpload(UploadReviews reviews, PhotometryUpload upload) implements Reviewed {
  @Override
  public String id() {
    return upload.id().toString();
  }

  /** The rows of an accepted file are in tables: it can be read again, and not be rejected. */
  @Override
  public void check(ReviewWord word) {
    if (upload.status() == UploadStatus.ACCEPTED && word == ReviewWord.REJECT) {
      throw new UserError(
          "Cannot review upload '%s': it is ACCEPTED, and only one that is REFUSED can be %s (see 'novacat quarantine list')"
              .formatted(upload.id(), word.done()));
    }
    if (!upload.isInQuarantine()
        || UploadTransitions.TABLE.next(upload.status(), word.ofUpload()).isEmpty()) {
      throw new UserError(
          "Cannot review upload '%s': it is %s, and only one in quarantine can be %s (see 'novacat quarantine list')"
              .formatted(upload.id(), upload.status(), word.done()));
    }
  }

  @Override
  public String settle(ReviewWord word, String why) {
    UploadStatus now =
        switch (word) {
          case RETRY -> reviews.approveRetry(upload.id());
          case REJECT -> reviews.reject(upload.id(), why);
        };
    return now.name();
  }
}
