package org.novacat.jobs.samples.photometry;

import org.novacat.layouts.photometry.FileRefusalCode;

/**
 * One photometry file of the sample archive.
 *
 * @param name of the file, unique in its folder
 * @param outcome what should become of it
 */
public record SampleUpload(String name, Outcome outcome) {

  /** What should become of a sample upload. */
  public sealed interface Outcome {
    /**
     * Rows of it enter tables, others do not.
     *
     * @param rows accepted ones
     * @param duplicates of these, left out of tables because the same row stands twice in the file
     */
    record Accepted(long rows, long rejected, long duplicates) implements Outcome {}

    /** It is registered, refused as a whole and kept in quarantine. */
    record Refused(FileRefusalCode code) implements Outcome {}

    /** Its bytes are those of another upload: it is known already. */
    record KnownAlready() implements Outcome {}

    /** It is not registered at all. */
    record NotRegistered() implements Outcome {}
  }
}
