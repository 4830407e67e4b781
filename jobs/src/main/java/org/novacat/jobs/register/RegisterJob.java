package org.novacat.jobs.register;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.novacat.jobs.job.Ending;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.register.fetch.FetchLimits;
import org.novacat.jobs.register.source.Candidates;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException.Rejection;
import org.novacat.jobs.report.Progress;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.commit.CommitSettings;
import org.novacat.persistence.commit.Registered;
import org.novacat.persistence.commit.Registration;
import org.novacat.persistence.product.Products;
import org.novacat.persistence.table.Pages;

/** Registers spectra. */
final class RegisterJob extends CandidateJob<List<Prepared>> {
  private final Clock clock;
  private final boolean restates;

  /** By the registration itself, since two of one product may be under way. */
  private final IdentityHashMap<Registration, String> wheres = new IdentityHashMap<>();

  /**
   * @param restates whether what is stated now takes the place of what was stated of valid spectra
   */
  RegisterJob(Candidates candidates, FetchLimits limits, Clock clock, boolean restates) {
    super(candidates, limits);
    this.clock = clock;
    this.restates = restates;
  }

  @Override
  boolean takesUnnamed() {
    return false;
  }

  @Override
  Preparation<List<Prepared>> preparation(JobRunner run, FetchLimits limits) {
    Acquirer acquirer =
        new Acquirer(run.stores(), run::begin, limits, clock, restates, this::rightsChanged);
    return one -> acquirer.acquire(requireNonNull(one.nova(), "nova is null"), one.candidate());
  }

  @Override
  void record(JobRunner run, Iterator<List<Prepared>> prepared, Progress progress) {
    Catalog catalog = run.stores().catalog();
    Iterator<Registration> registrations =
        Pages.stream(prepared)
            .flatMap(ofOne -> opened(ofOne, progress))
            .flatMap(one -> book(catalog.products(), one).stream())
            .iterator();
    catalog.registrar(CommitSettings.DEFAULTS).commit(registrations, this::ended);
  }

  /** An archive was planned as one, and is as many as come of it. */
  private Stream<Prepared> opened(List<Prepared> ofOne, Progress progress) {
    tally().plan(ofOne.stream().filter(RegisterJob::isCounted).count() - 1);
    progress.add(1);
    return ofOne.stream();
  }

  private static boolean isCounted(Prepared one) {
    return !(one instanceof Prepared.Archived || one instanceof Prepared.Aside);
  }

  /** What is to be registered of it; all else is counted here. */
  private Optional<Registration> book(Products products, Prepared one) {
    if (one instanceof Prepared.Stored stored) {
      wheres.put(stored.registration(), stored.where());
      return Optional.of(stored.registration());
    }
    if (one instanceof Prepared.Archived archived) {
      products.recordFiles(archived.nova(), archived.id(), archived.files());
      if (archived.putBack()) {
        putBack(archived.where());
      }
    } else if (one instanceof Prepared.Aside aside) {
      tell(aside.skipped(), aside.remarks());
    } else if (one instanceof Prepared.Replaced) {
      tally().ended(Ending.DONE);
    } else if (one instanceof Prepared.Refused refused) {
      refuse(refused.rejection());
    } else {
      known((Prepared.Known) one);
    }
    return Optional.empty();
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
}
