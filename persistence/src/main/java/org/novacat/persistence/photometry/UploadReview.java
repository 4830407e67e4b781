package org.novacat.persistence.photometry;

import static java.util.Objects.requireNonNull;

import org.novacat.persistence.state.ManualReviewStatus;

/**
 * What a person has said to an upload in quarantine.
 *
 * @param why in that person's words; "" when nothing was said
 */
public record UploadReview(ManualReviewStatus status, String why) {
  /** Nobody has looked at it yet. */
  public static final UploadReview PENDING = new UploadReview(ManualReviewStatus.PENDING, "");

  public UploadReview {
    requireNonNull(status, "status is null");
    requireNonNull(why, "why is null");
  }
}
