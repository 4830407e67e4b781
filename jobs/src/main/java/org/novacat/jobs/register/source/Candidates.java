package org.novacat.jobs.register.source;

import java.util.List;

/**
 * What a folder or a manifest offers.
 *
 * @param accepted to be fetched, in the order given
 * @param rejected rows that cannot be fetched, each with its line
 * @param skipped names in a folder that are no FITS file and no archive
 */
public record Candidates(List<Candidate> accepted, List<Rejection> rejected, List<String> skipped) {
  public Candidates {
    accepted = List.copyOf(accepted);
    rejected = List.copyOf(rejected);
    skipped = List.copyOf(skipped);
  }
}
