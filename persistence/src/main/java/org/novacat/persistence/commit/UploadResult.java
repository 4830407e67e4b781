package org.novacat.persistence.commit;

/** What became of the outcome of an upload. Each given to a committer gets exactly one. */
public sealed interface UploadResult {
  UploadOutcome outcome();

  /**
   * It is recorded, by this run.
   *
   * @param outcome what is recorded, which may be that what was given did not fit
   */
  record Decided(UploadOutcome outcome) implements UploadResult {}

  /** The upload is no longer as it was read, or its state forbids it; it is not recorded. */
  record Changed(UploadOutcome outcome) implements UploadResult {}

  /** It may or may not be recorded; the next run finds out. */
  record Unknown(UploadOutcome outcome, String why) implements UploadResult {}
}
