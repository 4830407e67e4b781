package org.novacat.jobs.register;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Progress;
import org.novacat.jobs.run.OrderedParallel;
import org.novacat.jobs.run.RunFrame;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.commit.CommitSettings;
import org.novacat.persistence.commit.Registered;
import org.novacat.persistence.commit.Registration;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.failure.UsageException;
import org.novacat.persistence.product.Products;

/**
 * Registers candidates: several threads bring bytes into the store, the calling thread tells the
 * table, in the candidates' order.
 */
final class RegisterJob {
  /** Its name in job runs and objects. */
  static final String WORKFLOW = "register_raw_files";

  private static final int THREADS = 8;

  private final Stores stores;
  private final RunFrame frame;
  private final Products products;
  private final Acquirer acquirer;
  private final NovaResolver novae;
  private final List<Rejection> rejected = new ArrayList<>();
  private final Map<DataProductId, String> wheres = new HashMap<>();
  private long registered;
  private long known;
  private long read;

  RegisterJob(Stores stores, RunFrame frame, FetchLimits limits, Clock clock) {
    this.stores = stores;
    this.frame = frame;
    this.products = stores.catalog().products();
    this.acquirer =
        new Acquirer(
            limits,
            stores.catalog().waits(),
            stores.objects(),
            stores.bucket(),
            clock,
            products::find);
    this.novae = new NovaResolver(stores.catalog().novae());
  }

  /** Registers all of them; each ends in exactly one count of the report. */
  RegisterReport register(Candidates candidates) {
    rejected.addAll(candidates.rejected());
    read = rejected.size();
    List<Resolved> resolved = resolve(candidates.accepted());
    try (OrderedParallel<Resolved, List<Prepared>> prepared =
            new OrderedParallel<>(
                resolved.iterator(),
                THREADS,
                one -> acquirer.acquire(one.nova(), one.candidate()));
        Progress progress = Progress.of("files", resolved.size())) {
      stores
          .catalog()
          .registrar(CommitSettings.DEFAULTS)
          .register(new Registrations(prepared, progress), this::ended);
    }
    return new RegisterReport(read, registered, known, rejected, candidates.skipped());
  }

  private record Resolved(NovaId nova, Candidate candidate) {}

  private List<Resolved> resolve(List<Candidate> candidates) {
    List<Resolved> resolved = new ArrayList<>();
    for (Candidate candidate : candidates) {
      try {
        resolved.add(new Resolved(novae.resolve(candidate.nova()), candidate));
      } catch (RejectedException e) {
        refuse(e.rejection(candidate.where()));
        read++;
      }
    }
    return resolved;
  }

  private void refuse(Rejection rejection) {
    rejected.add(rejection);
  }

  private void ended(Registered result) {
    Registration registration = result.registration();
    String where = wheres.remove(registration.id());
    if (result instanceof Registered.Created || result instanceof Registered.Acquired) {
      registered++;
    } else if (result instanceof Registered.AlreadyThere) {
      known++;
    } else {
      String why =
          result instanceof Registered.Conflict conflict
              ? conflict.why()
              : ((Registered.Unknown) result).why();
      String message =
          "Cannot register product '%s': %s (see 'novacat status')"
              .formatted(registration.id(), why);
      refuse(new Rejection(String.valueOf(where), RejectCode.PRODUCT_CONFLICT, message));
    }
  }

  private void reacquire(Prepared.Reacquired again) {
    frame.begin();
    try {
      products.recordAcquisition(again.product(), again.raw(), again.files());
      registered++;
    } catch (ConflictException | UsageException e) {
      refuse(
          new Rejection(
              again.where(), RejectCode.PRODUCT_CONFLICT, String.valueOf(e.getMessage())));
    }
  }

  /** The registrations among what was prepared; all else is booked here. */
  private final class Registrations implements Iterator<Registration> {
    private final Iterator<List<Prepared>> prepared;
    private final Progress progress;
    private final Deque<Prepared> members = new ArrayDeque<>();
    private @Nullable Registration next;

    Registrations(Iterator<List<Prepared>> prepared, Progress progress) {
      this.prepared = prepared;
      this.progress = progress;
    }

    @Override
    public boolean hasNext() {
      while (next == null && (!members.isEmpty() || prepared.hasNext())) {
        if (members.isEmpty()) {
          members.addAll(prepared.next());
          progress.add(1);
        } else {
          next = book(members.removeFirst());
        }
      }
      return next != null;
    }

    private @Nullable Registration book(Prepared one) {
      if (one instanceof Prepared.Archived archived) {
        frame.begin();
        products.recordArchive(archived.nova(), archived.id(), archived.file());
        return null;
      }
      read++;
      if (one instanceof Prepared.Stored stored) {
        frame.begin();
        wheres.put(stored.registration().id(), stored.where());
        return stored.registration();
      }
      if (one instanceof Prepared.Reacquired again) {
        reacquire(again);
      } else if (one instanceof Prepared.Refused refused) {
        refuse(refused.rejection());
      } else {
        known++;
      }
      return null;
    }

    @Override
    public Registration next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException("all are prepared");
      }
      Registration registration = next;
      next = null;
      return registration;
    }
  }
}
