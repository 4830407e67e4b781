package org.novacat.jobs.spectra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.novacat.jobs.job.Counted;
import org.novacat.jobs.job.Job;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.job.Tally;
import org.novacat.persistence.store.Content;

/**
 * The job: carries a plan out.
 *
 * @param maxFileBytes largest file that is taken into memory
 * @param maxFileTime longest time for the work on one file
 */
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
      Tally tally = run.count(SPECTRA);
      tally.plan(plan.products());
      run.begin();
      SpectrumTask task =
          new SpectrumTask(run.stores().derivedLocation(), maxFileBytes, maxFileTime, run.logs());
      new IngestRun(run, task, tally, clock).execute(plan);
    }
  }
}
