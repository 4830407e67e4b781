package org.novacat.jobs.job;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.run.HeapPeak;
import org.novacat.jobs.run.Interruption;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.spark.FailedTasks;
import org.novacat.jobs.spark.Invocation;
import org.novacat.jobs.spark.Sparks;
import org.novacat.jobs.spark.Waves;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.log.LogPointers;
import org.novacat.persistence.run.Attempt;
import org.novacat.persistence.run.AttemptOutcome;
import org.novacat.persistence.run.JobRun;
import org.novacat.persistence.run.RunKey;
import org.novacat.persistence.run.RunStatus;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ContentSum;
import org.novacat.persistence.store.WriteResult;

/**
 * Runs jobs, and alone begins and ends the records of their runs. Whatever a job does, and however
 * it ends, its run ends too: with a status, with all that was counted, with its report kept as
 * {@code output.json} and shown. A run that finds nothing to do never begins, and leaves no trace.
 *
 * <p>A process that is killed leaves its run RUNNING; {@code recover} ends it.
 */
public final class JobRunner {
  /** For one object; what is younger may be another run's. */
  private static final Duration NO_WRITER_TAKES_SO_LONG = Duration.ofDays(1);

  private static final int ATTEMPTS_AT_ONCE = 100;

  /** Of the form of {@code input.json}. */
  private static final int INPUT_VERSION = 1;

  private final Job job;
  private final Stores stores;
  private final JobRunId id;
  private final Interruption interruption;
  private final HeapPeak heap;
  private final long start = System.nanoTime();
  private final List<Tally> tallies = new ArrayList<>();
  private final Map<String, List<Note>> notes = new LinkedHashMap<>();
  private final Map<String, String> facts = new LinkedHashMap<>();
  private final Map<String, Double> metrics = new LinkedHashMap<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private final Map<String, AtomicInteger> bins = new HashMap<>();
  private final FailedTasks failedTasks = new FailedTasks();
  private @Nullable SparkSession spark;
  private final Map<String, String> kept = new ConcurrentHashMap<>();
  private volatile @Nullable Alive alive;
  private volatile @Nullable JobRun begun;
  private volatile boolean ready;

  private JobRunner(Job job, Stores stores, JobRunId id, Interruption interruption, HeapPeak heap) {
    this.job = job;
    this.stores = stores;
    this.id = id;
    this.interruption = interruption;
    this.heap = heap;
  }

  /**
   * Runs a job to its end.
   *
   * @param show takes the report, of a run that failed too if it had begun; after Ctrl-C the
   *     process ends with this method
   * @throws RuntimeException what the job threw, or what kept its end from being recorded
   */
  public static JobReport run(Job job, Stores stores, JobRunId id, Consumer<Report> show) {
    try (Interruption interruption = Interruption.listen();
        HeapPeak heap = HeapPeak.watch()) {
      return new JobRunner(job, stores, id, interruption, heap).run(show);
    }
  }

  @SuppressWarnings("CatchingUnchecked") // errors end a run as well
  private JobReport run(Consumer<Report> show) {
    Troubles troubles = new Troubles();
    try {
      job.run(this);
    } catch (RuntimeException | Error e) {
      // What Spark throws because the user stopped it is no failure of the run.
      if (stopped()) {
        fact("while_stopping", String.valueOf(e.getMessage()));
      } else {
        troubles.add(e);
      }
    }
    return ended(troubles, show);
  }

  private JobReport ended(Troubles troubles, Consumer<Report> show) {
    // Spark tells of the tasks that failed when it ends, at the latest.
    troubles.during(this::closeSpark);
    boolean failed = troubles.any();
    JobReport report = report(troubles);
    if (begun != null) {
      troubles.during(this::recordAttempts);
      troubles.during(() -> keep(report));
      troubles.during(() -> finish(report, troubles));
      troubles.during(this::letGo);
    }
    if (begun != null || !failed) {
      troubles.during(() -> show.accept(report));
    }
    troubles.throwFirst();
    return report;
  }

  /** Counts that do not add up are a fault, and end the run as any other. */
  private JobReport report(Troubles troubles) {
    try {
      return report(troubles.any());
    } catch (IllegalStateException e) {
      troubles.add(e);
      return report(true);
    }
  }

  private JobReport report(boolean failed) {
    RunStatus status =
        stopped() ? RunStatus.INTERRUPTED : failed ? RunStatus.FAILED : RunStatus.SUCCEEDED;
    boolean cutShort = status != RunStatus.SUCCEEDED;
    metrics.put("seconds", (System.nanoTime() - start) / 1e9);
    metrics.put("driver_peak_heap_bytes", (double) heap.bytes());
    return new JobReport(
        job.name(),
        id,
        begun == null && !cutShort ? null : status,
        tallies.stream().map(tally -> tally.counts(cutShort)).toList(),
        notes,
        facts,
        metrics,
        job.nothingToDo());
  }

  private void keep(JobReport report) {
    Content document = Content.of(Json.document(report.json()));
    keep(NovaCatKeys.workflowOutput(job.workflow(), id), document, JobRun.REPORT);
  }

  private void keep(LayoutKey key, Content document, String hash) {
    if (stores.archive().write(key, document) instanceof WriteResult.Written written) {
      kept.put(hash, written.pointer().sha256().hex());
    }
  }

  private void finish(JobReport report, Troubles troubles) {
    Map<String, String> summary = new TreeMap<>(report.summary());
    summary.putAll(kept);
    troubles.first().ifPresent(why -> summary.put("failure", String.valueOf(why.getMessage())));
    RunStatus status = requireNonNull(report.status(), "a run that began has a status");
    stores.catalog().runs().finish(requireNonNull(begun, "not begun"), status, summary);
  }

  /** Says that this process has nothing more to do with the run. */
  private void letGo() {
    Alive sign = alive;
    if (sign != null) {
      sign.close();
    }
  }

  private void closeSpark() {
    if (spark != null) {
      SparkSession session = spark;
      spark = null;
      session.close();
    }
  }

  /** The run. */
  public JobRunId id() {
    return id;
  }

  /** Where its log lies; null where nobody keeps it, and before it began. */
  public @Nullable LogPointers logs() {
    JobRun record = begun;
    return record == null ? null : record.logs();
  }

  /** The stores that it works on. */
  public Stores stores() {
    return stores;
  }

  /** Whether the user wants it to end. */
  public boolean stopped() {
    return interruption.requested();
  }

  /**
   * Records that the run begins, keeps its plan, and clears away what killed runs left in the
   * store; done again it does nothing. Nothing is written before it. Safe for many threads: the
   * others wait for the one that records it.
   */
  public void begin() {
    if (!ready) {
      recordBegin();
    }
  }

  /** Whoever comes after one that could not keep the plan meets the same, and writes nothing. */
  private synchronized void recordBegin() {
    if (begun == null) {
      RunKey key = RunKey.of(job.workflow(), plan().hex(), INPUT_VERSION);
      begun = stores.catalog().runs().begin(key, null);
      alive = Alive.begin(stores.catalog().firstLocks(), id);
    }
    if (!ready) {
      keep(NovaCatKeys.workflowInput(job.workflow(), id), job.input(), JobRun.PLAN);
      stores.archive().removeLeftovers(NO_WRITER_TAKES_SO_LONG);
      ready = true;
    }
  }

  /**
   * Ends the record of another run, whose process is gone.
   *
   * @return whether it had not ended
   * @throws org.novacat.persistence.failure.ConflictException when it ends by itself meanwhile
   */
  public boolean endDead(JobRunId dead) {
    JobRun left = stores.catalog().runs().find(dead).orElse(null);
    if (left == null || left.status() != RunStatus.RUNNING) {
      return false;
    }
    Map<String, String> summary = new TreeMap<>(left.summary());
    summary.put("failure", "Its process was killed; run %s ended its record".formatted(id));
    stores.catalog().runs().finish(left, RunStatus.FAILED, summary);
    return true;
  }

  /** What its plan comes to: the same plan is the same work. */
  private ContentHash plan() {
    LayoutKey key = NovaCatKeys.workflowInput(job.workflow(), id);
    return ContentSum.of(key.key(), job.input()).sha256();
  }

  /** Spark, for the length of the run. */
  public JavaSparkContext spark() {
    if (spark == null) {
      spark = Sparks.session(job.name(), stores.location());
      spark.sparkContext().addSparkListener(failedTasks);
    }
    return new JavaSparkContext(spark.sparkContext());
  }

  /** Begins to count things of a kind; they stand in the report in the order of these calls. */
  public Tally count(Counted what) {
    Tally tally = new Tally(what);
    tallies.add(tally);
    return tally;
  }

  /** Names to be told. */
  public void note(String heading, List<String> names) {
    notes(heading, names.stream().map(Note::of).toList());
  }

  /** The same with reasons. */
  public void notes(String heading, List<Note> told) {
    notes.put(heading, List.copyOf(told));
  }

  /** What programs may want to know. */
  public void fact(String name, String value) {
    facts.put(name, value);
  }

  /** A figure, added to what was measured under this name before. */
  public void measured(String name, double value) {
    metrics.merge(name, value, Double::sum);
  }

  /** The same of a count. */
  public void measured(String name, long value) {
    measured(name, (double) value);
  }

  /**
   * Work on the executors, whose invocations are recorded as attempts of this run.
   *
   * @param task its name
   * @param waves as {@link Waves} takes them
   * @param fault what kept a task from one of its things; null when nothing did
   */
  public <B extends Serializable, R> Waves<B, R> waves(
      String task,
      Iterator<List<B>> waves,
      Waves.Work<B, R> work,
      Function<R, @Nullable TaskFault> fault) {
    AtomicInteger begunBins = bins.computeIfAbsent(task, any -> new AtomicInteger());
    return new Waves<>(
        spark(),
        waves,
        work,
        this::stopped,
        new Waves.Task<>(
            task,
            begunBins,
            (invocation, result) -> invoked(task, invocation, fault.apply(result))));
  }

  private void invoked(String task, Invocation invocation, @Nullable TaskFault fault) {
    attempts.add(
        new Attempt(
            name(task, invocation),
            invocation.attempt(),
            invocation.at(),
            invocation.took(),
            fault == null ? AttemptOutcome.SUCCEEDED : AttemptOutcome.RETRYABLE_FAILURE,
            fault == null ? null : fault.product(),
            fault == null ? null : fault.fault()));
    if (attempts.size() >= ATTEMPTS_AT_ONCE) {
      recordAttempts();
    }
  }

  private static String name(String task, Invocation invocation) {
    return String.format(Locale.ROOT, "%s.%06d", task, invocation.bin());
  }

  private void recordAttempts() {
    failedTasks.take().forEach(failed -> attempts.add(attempt(failed)));
    if (begun != null && !attempts.isEmpty()) {
      stores.catalog().runs().recordAttempts(begun, attempts);
      attempts.clear();
    }
  }

  private Attempt attempt(FailedTasks.FailedTask failed) {
    Invocation invocation = failed.invocation();
    return new Attempt(
        name(failed.task(), invocation),
        invocation.attempt(),
        invocation.at(),
        invocation.took(),
        AttemptOutcome.RETRYABLE_FAILURE,
        null,
        failed.why());
  }
}
