package org.novacat.jobs.spectra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.job.Counted;
import org.novacat.jobs.job.Ending;
import org.novacat.jobs.job.Job;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.job.RawDamage;
import org.novacat.jobs.job.Tally;
import org.novacat.jobs.report.Progress;
import org.novacat.jobs.run.OtherBucket;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.spark.Bin;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.jobs.spark.Waves;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.persistence.commit.CommitResult;
import org.novacat.persistence.commit.CommitSettings;
import org.novacat.persistence.commit.CommitStats;
import org.novacat.persistence.commit.Committer;
import org.novacat.persistence.commit.ValidationOutcome;
import org.novacat.persistence.product.Products;
import org.novacat.persistence.product.QuarantineFacts;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.Pointer;

/** The job: carries a plan out. */
record IngestSpectra(IngestPlan plan, long maxFileBytes, Duration maxFileTime, Clock clock)
    implements Job {
  /** Names in a report; the rest is in the items. */
  private static final int MOST_NAMED = 1000;

  private static final Counted SPECTRA = new Counted("spectra", "valid", "quarantined", MOST_NAMED);

  static final String WORKFLOW = "acquire_and_validate_spectra";

  @Override
  public String name() {
    return "ingest-spectra";
  }

  @Override
  public String workflow() {
    return WORKFLOW;
  }

  @Override
  public Content input() {
    try {
      return Content.of(plan.file());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the plan '%s'".formatted(plan.file()), e);
    }
  }

  @Override
  public String nothingToDo() {
    return "Nothing to do: no spectrum is waiting.";
  }

  @Override
  public void run(JobRunner run) {
    run.fact("plan_id", plan.id());
    if (plan.products() > 0) {
      OtherBucket.refuse(run.stores().archive(), Optional.of(first()));
      Tally tally = run.count(SPECTRA);
      tally.plan(plan.products());
      run.begin();
      SpectrumTask task =
          new SpectrumTask(run.stores().derivedLocation(), maxFileBytes, maxFileTime, run.logs());
      new IngestRun(run, task, tally, clock).execute(plan);
    }
  }

  private Pointer first() {
    try (PlanFile.Reader products = new PlanFile.Reader(plan.file())) {
      return products.next().raw();
    }
  }

  /**
   * Carries a plan out: products to executors in waves of bins, their outcomes to the committer
   * while other tasks run. The driver holds no more than the products of two waves.
   */
  private static final class IngestRun {
    private static final int WAVE_PRODUCTS = 1000;

    private final JobRunner run;
    private final SpectrumTask task;
    private final Committer<ValidationOutcome, CommitResult> committer;
    private final Products products;
    private final Tally tally;
    private final Clock clock;
    private final Map<DataProductId, PlannedProduct> underWay = new HashMap<>();
    private final Deque<ValidationOutcome> duplicates = new ArrayDeque<>();
    private final PhaseTimes times = new PhaseTimes();

    IngestRun(JobRunner run, SpectrumTask task, Tally tally, Clock clock) {
      Stores stores = run.stores();
      this.run = run;
      this.task = task;
      this.committer = stores.catalog().committer(CommitSettings.DEFAULTS);
      this.products = stores.catalog().products();
      this.tally = tally;
      this.clock = clock;
    }

    /** Does all of it, or as much as the user lets it. */
    void execute(IngestPlan plan) {
      try (PlanFile.Reader products = new PlanFile.Reader(plan.file());
          Progress progress = Progress.of("spectra", plan.products())) {
        Commits commits = new Commits(tally, progress);
        part(products, plan.first(), commits);
        part(products, plan.last(), commits);
      } finally {
        times.seconds().forEach((phase, time) -> run.measured(seconds(phase.name()), time));
      }
    }

    private static String seconds(String phase) {
      return phase.toLowerCase(Locale.ROOT) + "_seconds";
    }

    /** Ends when all outcomes of the part are settled. */
    private void part(Iterator<PlannedProduct> products, long count, Commits commits) {
      if (count == 0 || run.stopped()) {
        return;
      }
      WaveIterator waves = new WaveIterator(products, count);
      try (Waves<Bin<PlannedProduct>, SpectrumTask.Result> results =
          run.waves("ValidateSpectra", waves, task, SpectrumTask.Result::fault)) {
        FoundOutcomes found = new FoundOutcomes(results, commits);
        long start = System.nanoTime();
        measure(committer.commit(found, commits::ended));
        run.measured("commit_seconds", (System.nanoTime() - start - found.waited) / 1e9);
      }
    }

    private void measure(CommitStats stats) {
      run.measured("commit_transactions", stats.transactions());
      run.measured("commit_actions", stats.actions());
      run.measured("commit_retries", stats.retries());
      run.measured("commit_condition_failures", stats.conditionFailures());
      run.measured("commit_request_seconds", stats.inRequests().toMillis() / 1e3);
    }

    /** The next {@code left} products of the plan as waves. */
    private final class WaveIterator implements Iterator<List<Bin<PlannedProduct>>> {
      private final Iterator<PlannedProduct> products;
      private long left;

      WaveIterator(Iterator<PlannedProduct> products, long left) {
        this.products = products;
        this.left = left;
      }

      /** None for now while many duplicates wait to be committed, so that they never pile up. */
      @Override
      public boolean hasNext() {
        return left > 0 && duplicates.size() < WAVE_PRODUCTS;
      }

      /** May be empty, when all bytes of the wave are known to be others'. */
      @Override
      public List<Bin<PlannedProduct>> next() {
        List<PlannedProduct> wave = new ArrayList<>();
        while (left > 0 && wave.size() < WAVE_PRODUCTS) {
          wave.add(products.next());
          left--;
        }
        List<PlannedProduct> unread = unread(wave);
        return Bin.pack(unread, Bin.Size.of(unread.size(), run.spark().defaultParallelism()));
      }

      /** The products whose bytes nobody owns; the others are duplicates without being read. */
      private List<PlannedProduct> unread(List<PlannedProduct> wave) {
        Map<ContentHash, DataProductId> found =
            IngestRun.this.products.owners(wave.stream().map(PlannedProduct::sha256).toList());
        List<PlannedProduct> unread = new ArrayList<>();
        for (PlannedProduct product : wave) {
          DataProductId owner = found.get(product.sha256());
          if (owner == null || owner.equals(product.product())) {
            underWay.put(product.product(), product);
            unread.add(product);
          } else {
            duplicates.add(new ValidationOutcome.SameBytes(product.ref(), product.sha256(), owner));
          }
        }
        return unread;
      }
    }

    /** The outcomes of all results, and how long the driver waited for them. */
    private final class FoundOutcomes implements Iterator<ValidationOutcome> {
      private final Iterator<SpectrumTask.Result> results;
      private final Commits commits;
      private Iterator<TaskOutcome> bin = List.<TaskOutcome>of().iterator();
      private long waited;

      FoundOutcomes(Iterator<SpectrumTask.Result> results, Commits commits) {
        this.results = results;
        this.commits = commits;
      }

      @Override
      public boolean hasNext() {
        long start = System.nanoTime();
        while (!bin.hasNext() && duplicates.isEmpty() && results.hasNext()) {
          bin = opened(results.next());
        }
        waited += System.nanoTime() - start;
        return bin.hasNext() || !duplicates.isEmpty();
      }

      private Iterator<TaskOutcome> opened(SpectrumTask.Result result) {
        times.add(result.times());
        run.measured("bytes_read", result.bytesRead());
        run.measured("bytes_written", result.bytesWritten());
        run.measured("unaccounted_pieces", result.unaccounted());
        return result.outcomes().iterator();
      }

      @Override
      public ValidationOutcome next() {
        ValidationOutcome duplicate = duplicates.poll();
        return duplicate == null ? read() : duplicate;
      }

      private ValidationOutcome read() {
        TaskOutcome found = bin.next();
        PlannedProduct planned = underWay.remove(found.product());
        if (planned == null) {
          throw new IllegalStateException(
              "Cannot commit product '%s': a task gave an outcome that no plan asked for"
                  .formatted(found.product()));
        }
        ValidationOutcome outcome = found.recorded(clock.instant());
        commits.about(planned, found);
        return outcome;
      }
    }

    /** Counts what became of each outcome that was given to the committer. */
    private static final class Commits {
      private final Tally tally;
      private final Progress progress;
      private final Map<DataProductId, Remark> remarks = new HashMap<>();

      /** What the item of a product that is about to be committed has no room for. */
      private record Remark(Enum<?> code, String message) {}

      Commits(Tally tally, Progress progress) {
        this.tally = tally;
        this.progress = progress;
      }

      /**
       * Remembers why a product is about to be postponed, or refused for a damage of the archive.
       */
      void about(PlannedProduct planned, TaskOutcome found) {
        if (found instanceof TaskOutcome.Postponed postponed) {
          PostponedCode code = postponed.postponement().code();
          String tail = code == PostponedCode.STORE_FAILED ? "; it will be tried again" : "";
          remark(planned, code, postponed.postponement().why() + tail);
        } else if (found instanceof TaskOutcome.Judged judged
            && judged.verdict() instanceof ValidationOutcome.Quarantined refused
            && RawDamage.is(refused.facts().detail())) {
          QuarantineFacts facts = refused.facts();
          remark(planned, RawDamage.valueOf(facts.detail()), facts.message());
        }
      }

      private void remark(PlannedProduct planned, Enum<?> code, String why) {
        String message = "%s: %s: %s".formatted(planned.product(), planned.locator(), why);
        remarks.put(planned.product(), new Remark(code, message));
      }

      void ended(CommitResult result) {
        String product = result.product().id().toString();
        Remark remark = remarks.remove(result.product().id());
        if (result instanceof CommitResult.Committed committed) {
          committed(committed, remark);
        } else if (result instanceof CommitResult.Duplicate) {
          tally.ended(Ending.DUPLICATE);
        } else if (result instanceof CommitResult.AlreadyRecorded recorded) {
          tally.named(Ending.NOT_OURS, product, "%s (run %s)".formatted(product, recorded.by()));
        } else if (result instanceof CommitResult.Conflict conflict) {
          tally.named(Ending.CONFLICT, product, product + ": " + conflict.why());
        } else {
          CommitResult.Unknown unknown = (CommitResult.Unknown) result;
          tally.named(Ending.UNKNOWN, product, product + ": " + unknown.why());
        }
        progress.add(1);
      }

      private void committed(CommitResult.Committed committed, @Nullable Remark remark) {
        Enum<?> reason = committed.reason();
        if (remark != null) {
          Ending ending = reason == null ? Ending.POSTPONED : Ending.REFUSED;
          tally.named(ending, remark.code(), committed.product().id().toString(), remark.message());
        } else if (reason != null) {
          tally.ended(Ending.REFUSED, reason, 1);
        } else {
          tally.ended(Ending.DONE);
        }
      }
    }
  }
}
