package org.novacat.jobs.register;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Progress;
import org.novacat.jobs.run.OrderedParallel;
import org.novacat.jobs.run.RunFrame;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.photometry.UploadKnown;
import org.novacat.persistence.photometry.Uploads;

/**
 * Registers photometry uploads: several threads bring bytes into the store, the calling thread
 * tells the table.
 */
final class UploadJob {
  private static final int THREADS = 8;

  private final RunFrame frame;
  private final Uploads uploads;
  private final UploadAcquirer acquirer;
  private final NovaResolver novae;
  private final List<Rejection> rejected = new ArrayList<>();
  private long read;
  private long registered;
  private long known;

  UploadJob(Stores stores, RunFrame frame, FetchLimits limits, Clock clock) {
    this.frame = frame;
    this.uploads = stores.catalog().uploads();
    this.acquirer =
        new UploadAcquirer(
            limits,
            stores.catalog().waits(),
            stores.objects(),
            stores.bucket(),
            uploads,
            frame.id(),
            clock);
    this.novae = new NovaResolver(stores.catalog().novae());
  }

  private record Resolved(@Nullable NovaId nova, Candidate candidate) {}

  /** Registers all of them; each ends in exactly one count of the report. */
  RegisterReport register(Candidates candidates) {
    rejected.addAll(candidates.rejected());
    read = rejected.size();
    List<Resolved> resolved = resolve(candidates.accepted());
    try (OrderedParallel<Resolved, PreparedUpload> prepared =
            new OrderedParallel<>(
                resolved.iterator(),
                THREADS,
                one -> acquirer.acquire(one.nova(), one.candidate()));
        Progress progress = Progress.of("uploads", resolved.size())) {
      while (prepared.hasNext()) {
        book(prepared.next());
        progress.add(1);
      }
    }
    return new RegisterReport(read, registered, known, rejected, candidates.skipped());
  }

  private List<Resolved> resolve(List<Candidate> candidates) {
    List<Resolved> resolved = new ArrayList<>();
    for (Candidate candidate : candidates) {
      read++;
      try {
        boolean unnamed = candidate.nova().equals(UploadScan.NO_NOVA);
        NovaId nova = unnamed ? null : novae.resolve(candidate.nova());
        resolved.add(new Resolved(nova, candidate));
      } catch (RejectedException e) {
        rejected.add(e.rejection(candidate.where()));
      }
    }
    return resolved;
  }

  private void book(PreparedUpload prepared) {
    if (prepared instanceof PreparedUpload.Refused refused) {
      rejected.add(refused.rejection());
    } else if (prepared instanceof PreparedUpload.Stored stored && isNews(stored)) {
      registered++;
    } else {
      known++;
    }
  }

  /** The same bytes may stand twice among the candidates; the second finds the first. */
  private boolean isNews(PreparedUpload.Stored stored) {
    frame.begin();
    return uploads.register(stored.upload()) != UploadKnown.ALREADY;
  }
}
