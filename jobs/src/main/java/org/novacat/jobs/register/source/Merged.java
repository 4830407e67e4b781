package org.novacat.jobs.register.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.novacat.jobs.register.source.RejectedException.Rejection;
import org.novacat.layouts.id.DataProductId;

/** What several folders and manifests offer, as one: the first of each product counts. */
public final class Merged {
  private final List<Candidate> accepted = new CandidateSpool();
  private final List<Rejection> rejected = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final List<Withheld> withheld = new ArrayList<>();

  /** Which candidate is the first of each product. */
  private final Map<DataProductId, Integer> seen = new HashMap<>();

  /** Adds what one of them offers. */
  public void add(Candidates found) {
    found.accepted().forEach(this::add);
    rejected.addAll(found.rejected());
    skipped.addAll(found.skipped());
    remarks.addAll(found.remarks());
    withheld.addAll(found.withheld());
  }

  /**
   * A file that several name alike is one; where they differ, the later one is rejected. Where they
   * differ in who may see it, nothing is to be registered.
   */
  private void add(Candidate candidate) {
    Integer first = seen.putIfAbsent(candidate.productId(), accepted.size());
    if (first == null) {
      accepted.add(candidate);
      return;
    }
    Candidate before = accepted.get(first);
    if (!candidate.isSameAs(before)) {
      rejected.add(candidate.twice(before).rejection(candidate.where()));
    }
  }

  /** All of it. */
  public Candidates candidates() {
    return new Candidates(accepted, rejected, skipped, remarks, withheld);
  }
}
