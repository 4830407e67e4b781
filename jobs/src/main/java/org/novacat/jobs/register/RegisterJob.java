package org.novacat.jobs.register;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.job.Ending;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.register.fetch.FetchLimits;
import org.novacat.jobs.register.source.Candidates;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.Rejection;
import org.novacat.jobs.report.Progress;
import org.novacat.jobs.run.OrderedParallel;
import org.novacat.persistence.commit.CommitSettings;
import org.novacat.persistence.commit.Registered;
import org.novacat.persistence.commit.Registration;
import org.novacat.persistence.product.Products;

/** Registers spectra. */
final class RegisterJob extends CandidateJob<List<Prepared>> {
  private final Clock clock;

  /** By the registration itself, since two of one product may be under way. */
  private final IdentityHashMap<Registration, String> wheres = new IdentityHashMap<>();

  RegisterJob(Candidates candidates, FetchLimits limits, Clock clock) {
    super(candidates, limits);
    this.clock = clock;
  }

  @Override
  boolean takesUnnamed() {
    return false;
  }

  @Override
  Preparation<List<Prepared>> preparation(JobRunner run, FetchLimits limits) {
    Acquirer acquirer = new Acquirer(run.stores(), run::begin, limits, clock);
    return one -> acquirer.acquire(requireNonNull(one.nova(), "nova is null"), one.candidate());
  }

  @Override
  void record(
      JobRunner run, OrderedParallel<Resolved, List<Prepared>> prepared, Progress progress) {
    run.stores()
        .catalog()
        .registrar(CommitSettings.DEFAULTS)
        .commit(new Registrations(run, prepared, progress), this::ended);
  }

  private void ended(Registered result) {
    Registration registration = result.registration();
    String where = requireNonNull(wheres.remove(registration), "not registered here");
    if (result instanceof Registered.Created || result instanceof Registered.Acquired) {
      tally().ended(Ending.DONE);
    } else if (result instanceof Registered.AlreadyThere) {
      tally().ended(Ending.UNCHANGED);
    } else if (result instanceof Registered.Conflict conflict) {
      refuse(
          new Rejection(where, RejectCode.PRODUCT_CONFLICT, cannot(registration, conflict.why())));
    } else {
      String why = ((Registered.Unknown) result).why();
      tally().named(Ending.UNKNOWN, where, cannot(registration, why));
    }
  }

  private static String cannot(Registration registration, String why) {
    return "Cannot register product '%s': %s (see 'novacat status')"
        .formatted(registration.id(), why);
  }

  private void known(Prepared.Known known) {
    tally().ended(Ending.UNCHANGED);
    if (known.putBack()) {
      putBack(known.where());
    }
  }

  /** The registrations among what was prepared; all else is booked here. */
  private final class Registrations implements Iterator<Registration> {
    private final JobRunner run;
    private final Products products;
    private final Iterator<List<Prepared>> prepared;
    private final Progress progress;
    private final Deque<Prepared> members = new ArrayDeque<>();
    private @Nullable Registration next;

    Registrations(JobRunner run, Iterator<List<Prepared>> prepared, Progress progress) {
      this.run = run;
      this.products = run.stores().catalog().products();
      this.prepared = prepared;
      this.progress = progress;
    }

    @Override
    public boolean hasNext() {
      while (next == null && (!members.isEmpty() || more())) {
        if (members.isEmpty()) {
          open(prepared.next());
        } else {
          next = book(members.removeFirst());
        }
      }
      return next != null;
    }

    private boolean more() {
      return !run.stopped() && prepared.hasNext();
    }

    /** An archive was planned as one, and is as many as come of it. */
    private void open(List<Prepared> ofOne) {
      members.addAll(ofOne);
      tally().plan(ofOne.stream().filter(one -> !(one instanceof Prepared.Archived)).count() - 1);
      progress.add(1);
    }

    private @Nullable Registration book(Prepared one) {
      if (one instanceof Prepared.Stored stored) {
        wheres.put(stored.registration(), stored.where());
        return stored.registration();
      }
      if (one instanceof Prepared.Archived archived) {
        products.recordFiles(archived.nova(), archived.id(), archived.files());
        if (archived.putBack()) {
          putBack(archived.where());
        }
      } else if (one instanceof Prepared.Replaced) {
        tally().ended(Ending.DONE);
      } else if (one instanceof Prepared.Refused refused) {
        refuse(refused.rejection());
      } else {
        known((Prepared.Known) one);
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
