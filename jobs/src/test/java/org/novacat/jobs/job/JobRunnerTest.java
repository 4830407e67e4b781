package org.novacat.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.jobs.spark.Waves;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.run.Attempt;
import org.novacat.persistence.run.AttemptOutcome;
import org.novacat.persistence.run.JobRun;
import org.novacat.persistence.run.RunStatus;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.StoreDenied;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.InMemoryTable;

class JobRunnerTest {
  private static final String WORKFLOW = "count_things";

  private final JobRunId id = JobRunId.mint();
  private final List<Report> shown = new ArrayList<>();
  @TempDir private Path folder;
  private Stores stores;

  /** A job of one test. */
  private record Counting(Consumer<JobRunner> work) implements Job {
    @Override
    public String name() {
      return "count";
    }

    @Override
    public String workflow() {
      return WORKFLOW;
    }

    @Override
    public Content input() {
      return Content.of("{}\n".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String nothingToDo() {
      return "Nothing to count.";
    }

    @Override
    public void run(JobRunner run) {
      work.accept(run);
    }
  }

  @BeforeEach
  void open() {
    StoreLocation bucket = StoreLocation.local(folder.resolve("bucket"));
    ObjectStore objects = ObjectStores.create(bucket);
    Catalog catalog =
        Catalog.over(
            new InMemoryTable(), RunContext.single(id), Clock.systemUTC(), Catalogs.NO_PAUSE);
    stores = new Stores(catalog, objects, bucket, "bucket");
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void run_isBegunOnce_andEnded_withPlanAndReportKept() {
    JobReport report =
        run(
            run -> {
              Tally things = things(run, 2);
              run.begin();
              run.begin();
              things.ended(Ending.DONE, 2);
            });

    assertThat(theRun().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(theRun().summary()).containsEntry("things", "2").containsEntry("things.done", "2");
    assertThat(kept(NovaCatKeys.workflowInput(WORKFLOW, id))).isEqualTo("{}\n");
    assertThat(kept(NovaCatKeys.workflowOutput(WORKFLOW, id))).contains("\"done\" : 2");
    assertThat(shown).containsExactly(report);
  }

  @Test
  void jobThatNeverBegins_leavesNoTrace() throws IOException {
    run(run -> things(run, 0));

    assertThat(stores.catalog().runs().list()).isEmpty();
    assertThat(stores.archive().list("")).isEmpty();
    assertThat(shown.get(0).lines()).containsExactly("Nothing to count. Nothing was written.");
  }

  @Test
  void exception_endsTheRunAsFailed_withWhatWasCountedUntilThen() {
    IllegalStateException fault = new IllegalStateException("out of luck");

    assertThatThrownBy(
            () ->
                run(
                    run -> {
                      Tally things = things(run, 3);
                      run.begin();
                      things.ended(Ending.DONE);
                      throw fault;
                    }))
        .isSameAs(fault);

    assertThat(theRun().status()).isEqualTo(RunStatus.FAILED);
    assertThat(theRun().summary())
        .containsEntry("failure", "out of luck")
        .containsEntry("things.done", "1")
        .containsEntry("things.not_reached", "2");
    assertThat(kept(NovaCatKeys.workflowOutput(WORKFLOW, id))).contains("\"not_reached\" : 2");
    assertThat(shown).hasSize(1);
  }

  @Test
  void errorOfTheMachine_endsTheRunAsFailed() {
    OutOfMemoryError error = new OutOfMemoryError("Java heap space");

    assertThatThrownBy(
            () ->
                run(
                    run -> {
                      run.begin();
                      throw error;
                    }))
        .isSameAs(error);

    assertThat(theRun().status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  void countsThatDoNotAddUp_endTheRunAsFailed() {
    assertThatThrownBy(() -> run(run -> ended(run, 3, 1)))
        .hasMessageContaining("3 were to be worked on, 1 ended");

    assertThat(theRun().status()).isEqualTo(RunStatus.FAILED);
    assertThat(theRun().summary())
        .containsEntry("things.not_reached", "2")
        .hasEntrySatisfying("failure", why -> assertThat(why).contains("1 ended"));
    assertThat(shown).hasSize(1);
  }

  /** The exception is not lost over them. */
  @Test
  void moreThatEndedThanWasPlanned_endTheRunAsFailed_ofAnExceptionToo() {
    assertThatThrownBy(
            () ->
                run(
                    run -> {
                      ended(run, 1, 2);
                      throw new IllegalStateException("out of luck");
                    }))
        .hasMessage("out of luck");

    assertThat(theRun().status()).isEqualTo(RunStatus.FAILED);
    assertThat(theRun().summary()).containsEntry("things.done", "2");
  }

  private static void ended(JobRunner run, long planned, long ended) {
    Tally things = things(run, planned);
    run.begin();
    things.ended(Ending.DONE, ended);
  }

  @Test
  void errorWhileARunEnds_keepsNoOtherStepFromBeingMade() {
    StackOverflowError error = new StackOverflowError();
    Troubles troubles = new Troubles();
    List<String> made = new ArrayList<>();

    troubles.during(
        () -> {
          throw error;
        });
    troubles.during(() -> made.add("next"));

    assertThat(made).containsExactly("next");
    assertThatThrownBy(troubles::throwFirst).isSameAs(error);
  }

  @Test
  void exceptionBeforeTheBegin_isThrown_andNothingIsShown() {
    assertThatThrownBy(
            () ->
                run(
                    run -> {
                      throw new IllegalStateException("too early");
                    }))
        .hasMessage("too early");

    assertThat(stores.catalog().runs().list()).isEmpty();
    assertThat(shown).isEmpty();
  }

  @Test
  void planThatCannotBeKept_endsTheRunAsFailed_beforeItsWork() throws IOException {
    Files.writeString(folder.resolve("bucket/workflow-payloads"), "in the way");
    List<String> done = new ArrayList<>();

    assertThatThrownBy(
            () ->
                run(
                    run -> {
                      // Threads that come after the one that met it are not let through.
                      assertThatThrownBy(run::begin).isInstanceOf(StoreDenied.class);
                      run.begin();
                      done.add("work");
                    }))
        .isInstanceOf(StoreDenied.class);

    assertThat(done).isEmpty();
    assertThat(theRun().status()).isEqualTo(RunStatus.FAILED);
    assertThat(theRun().summary().get("failure")).contains("workflow-payloads");
  }

  @Test
  void reportThatCannotBeKept_isShown_andTheRunEnds() {
    assertThatThrownBy(
            () ->
                run(
                    run -> {
                      Tally things = things(run, 1);
                      run.begin();
                      block("workflow-payloads/" + WORKFLOW + "/" + id + "/output.json");
                      things.ended(Ending.DONE);
                    }))
        .isInstanceOf(StoreDenied.class);

    assertThat(theRun().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(theRun().summary())
        .containsEntry("things.done", "1")
        .hasEntrySatisfying("failure", why -> assertThat(why).contains("output.json"));
    assertThat(shown).hasSize(1);
  }

  @Test
  void invocationsOfTasks_areAttempts_thoseWithAFaultAndThoseThatSendNothingBackToo() {
    Waves.Work<Integer, Integer> work =
        bin -> {
          if (bin == 2) {
            throw new IllegalArgumentException("bin 2");
          }
          return bin;
        };
    assertThatThrownBy(
            () ->
                run(
                    run -> {
                      run.begin();
                      Iterator<List<Integer>> waves = List.of(List.of(0, 1), List.of(2)).iterator();
                      try (Waves<Integer, Integer> results =
                          run.waves("Count", waves, work, JobRunnerTest::fault)) {
                        results.forEachRemaining(result -> {});
                      }
                    }))
        .hasMessageContaining("a task failed for good");

    List<Attempt> attempts = stores.catalog().runs().attempts(theRun()).toList();
    assertThat(attempts)
        .extracting(Attempt::task, Attempt::outcome, JobRunnerTest::firstWord)
        .contains(
            tuple("Count.000003", AttemptOutcome.RETRYABLE_FAILURE, "java.lang.IllegalArgument"))
        .hasSizeBetween(1, 3);
  }

  /** What it tells as it closes, or what goes wrong then, belongs to the run. */
  @Test
  void spark_isClosedBeforeTheRunEnds() {
    List<RunStatus> whileClosing = new ArrayList<>();

    run(
        run -> {
          run.begin();
          run.spark()
              .sc()
              .addSparkListener(
                  new SparkListener() {
                    @Override
                    public void onApplicationEnd(SparkListenerApplicationEnd end) {
                      whileClosing.add(theRun().status());
                    }
                  });
        });

    assertThat(whileClosing).containsExactly(RunStatus.RUNNING);
    assertThat(theRun().status()).isEqualTo(RunStatus.SUCCEEDED);
  }

  private static String firstWord(Attempt attempt) {
    String fault = String.valueOf(attempt.errorFingerprint());
    return fault.substring(0, Math.min(25, fault.length()));
  }

  private static TaskFault fault(Integer result) {
    return new TaskFault(null, PostponedCode.STORE_FAILED.name() + result);
  }

  private void block(String key) {
    try {
      Files.createDirectories(folder.resolve("bucket").resolve(key).resolve("x"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private JobReport run(Consumer<JobRunner> work) {
    return JobRunner.run(new Counting(work), stores, id, shown::add);
  }

  private static Tally things(JobRunner run, long planned) {
    Tally tally = run.count(new Counted("things", "counted", "refused", 10));
    tally.plan(planned);
    return tally;
  }

  private JobRun theRun() {
    return stores.catalog().runs().find(id).orElseThrow();
  }

  private String kept(LayoutKey key) {
    return new String(
        stores.archive().unverified(key.key(), 1 << 20).orElseThrow(), StandardCharsets.UTF_8);
  }
}
