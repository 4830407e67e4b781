package org.novacat.jobs.samples.photometry;

import static java.util.Objects.requireNonNull;

/**
 * One photometry file of the sample archive.
 *
 * @param name of the file, unique in its folder
 * @param outcome what should become of it
 */
public record SampleUpload(String name, Outcome outcome) {
  public SampleUpload {
    requireNonNull(name, "name is null");
    requireNonNull(outcome, "outcome is null");
  }
}
