package org.novacat.jobs.admin;

import org.novacat.jobs.report.Report;
import org.novacat.persistence.state.ManualReviewStatus;

/** Something in quarantine: a spectra product, or an upload of photometry. */
interface Quarantined extends Report {
  /** What commands know it by. */
  String id();

  String reason();

  /** A finer code, or how many rows it is about; may be empty. */
  String detail();

  /** What a person has said to it. */
  ManualReviewStatus review();

  String file();

  /** A review as people read it. */
  static String review(ManualReviewStatus status, String why) {
    return why.isEmpty() ? status.name() : status + ": " + why;
  }
}
