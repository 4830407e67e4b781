package org.novacat.persistence.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.novacat.persistence.run.RunStatus.SUCCEEDED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.failure.OutcomeUnknownException;
import org.novacat.persistence.log.LogPointers;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.TransientStoreException;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.ForwardingTable;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.MutableClock;
import org.novacat.persistence.testing.Samples;

class RunsTest {
  private final InMemoryTable table = new InMemoryTable().withPages(20);
  private final MutableClock clock = new MutableClock();
  private final Catalog catalog = Catalogs.over(table, clock);

  @Test
  void run_isThereFromItsBeginAndTellsItsEnd() {
    JobRun begun = catalog.runs().begin(key("ingest-spectra"), null);
    assertThat(catalog.runs().find(begun.id())).contains(begun);
    clock.advance(Duration.ofMinutes(3));

    JobRun ended = catalog.runs().finish(begun, SUCCEEDED, Map.of("valid", "35"));

    assertThat(ended.status()).isEqualTo(SUCCEEDED);
    assertThat(ended.endedAt()).isEqualTo(begun.startedAt().plus(Duration.ofMinutes(3)));
    assertThat(ended.summary()).containsExactlyEntriesOf(Map.of("valid", "35"));
    assertThat(catalog.runs().list()).containsExactly(ended);
  }

  @Test
  void run_carriesItsKeyAndWhereItsLogLies() {
    LogPointers logs = new LogPointers("/emr/novacat", "driver/stdout", "s-0123");
    RunContext context = new RunContext(JobRunId.mint(), "nightly-7", logs);
    Catalog logged = Catalog.over(table, context, clock, Catalogs.NO_PAUSE);

    JobRun ended =
        logged.runs().finish(logged.runs().begin(key("bundle"), null), SUCCEEDED, Map.of());

    assertThat(ended.key()).isEqualTo(key("bundle"));
    assertThat(ended.logs()).isEqualTo(logs);
    assertThat(catalog.runs().begin(key("bundle"), null).logs()).isNull();
    assertThatThrownBy(() -> new LogPointers("/emr/novacat", " ", "s-0123"))
        .hasMessage("Cannot point at log: its stream ' ' is blank or longer than 512 letters");
    assertThat(LogPointers.parse("/emr/novacat:driver/stdout:s-0123")).isEqualTo(logs);
    assertThatThrownBy(() -> LogPointers.parse("/emr/novacat:driver"))
        .hasMessageContaining("it is not of the form GROUP:STREAM:ID");
  }

  /** Else it would stay RUNNING, since nobody would know that it began. */
  @Test
  void runWhoseBeginAndEndAreNotAnswered_isFound() {
    Catalog deaf = Catalogs.over(repliesLost(true), clock);

    JobRun begun = deaf.runs().begin(key("ingest-spectra"), null);
    JobRun ended = deaf.runs().finish(begun, SUCCEEDED, Map.of());

    assertThat(ended.status()).isEqualTo(SUCCEEDED);
    assertThat(catalog.runs().list()).containsExactly(ended);
  }

  @Test
  void beginThatIsNotAnswered_andNotThere_isUnknown() {
    Catalog deaf = Catalogs.over(repliesLost(false), clock);

    assertThatThrownBy(() -> deaf.runs().begin(key("ingest-spectra"), null))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  private Table repliesLost(boolean done) {
    return new ForwardingTable(table) {
      @Override
      public TransactResult transact(List<Write> writes, String token) {
        if (done) {
          super.transact(writes, token);
        }
        throw new TransientStoreException(
            TransientStoreException.Effect.POSSIBLE, "no reply", null);
      }
    };
  }

  @Test
  void runLiesWithItsNovaOrItsWorkflow() {
    NovaId nova = NovaId.mint();
    catalog.runs().begin(key("bundle"), nova);
    JobRun other = Catalogs.over(table, clock).runs().begin(key("ingest-spectra"), null);

    assertThat(table.items().stream().map(item -> item.key().toString()))
        .anyMatch(key -> key.startsWith(nova + " / JOBRUN#bundle#2026-02-21T20:45:10.000Z#"))
        .anyMatch(key -> key.startsWith("WORKFLOW#" + other.correlationId() + " / JOBRUN#ingest"));
  }

  @Test
  void sameRunTwice_isRefused() {
    JobRun begun = catalog.runs().begin(key("ingest-spectra"), null);
    clock.advance(Duration.ofSeconds(1));

    assertThatThrownBy(() -> catalog.runs().begin(key("ingest-spectra"), null))
        .isInstanceOf(ConflictException.class)
        .hasMessage(
            "Cannot begin run '%s': a run with this id has begun before (start with a new id)"
                .formatted(begun.id()));
  }

  @Test
  void runEndedTwice_isRefused() {
    JobRun begun = catalog.runs().begin(key("ingest-spectra"), null);
    catalog.runs().finish(begun, SUCCEEDED, Map.of());

    assertThatThrownBy(() -> catalog.runs().finish(begun, RunStatus.FAILED, Map.of()))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("it was finished before");
  }

  @Test
  void list_beginsWithTheLast() {
    List<JobRunId> ids = new ArrayList<>();
    for (int n = 0; n < 50; n++) {
      ids.add(0, Catalogs.over(table, clock).runs().begin(key("w" + n % 3), null).id());
      clock.advance(Duration.ofMillis(1));
    }

    assertThat(catalog.runs().list().map(JobRun::id)).containsExactlyElementsOf(ids);
  }

  @Test
  void attempts_areKeptInOrderAndOnce() {
    JobRun run = catalog.runs().begin(key("ingest-spectra"), null);
    List<Attempt> attempts = new ArrayList<>();
    for (int n = 1; n <= 250; n++) {
      attempts.add(attempt("ValidateSpectra", n));
    }
    catalog.runs().recordAttempts(run, attempts);
    catalog.runs().recordAttempts(run, attempts);

    assertThat(catalog.runs().attempts(run)).containsExactlyElementsOf(attempts);
  }

  @Test
  void attemptsOfTwoProducts_areTwo() {
    JobRun run = catalog.runs().begin(key("ingest-spectra"), null);
    Attempt one = about("a");
    Attempt two = about("b");

    catalog.runs().recordAttempts(run, List.of(one, two));

    assertThat(catalog.runs().attempts(run)).containsExactlyInAnyOrder(one, two);
  }

  @Test
  void work_waitsUntilRemoved() {
    NovaId nova = NovaId.mint();
    catalog.workQueue().put(nova, DirtyType.SPECTRA, WorkConsumer.BUNDLE);
    catalog.workQueue().put(NovaId.mint(), DirtyType.PHOTOMETRY, WorkConsumer.TABLE);

    WorkItem spectra = only(WorkConsumer.BUNDLE);
    assertThat(spectra.type()).isEqualTo(DirtyType.SPECTRA);
    assertThat(only(WorkConsumer.TABLE).type()).isEqualTo(DirtyType.PHOTOMETRY);
    catalog.workQueue().remove(spectra);
    catalog.workQueue().remove(spectra);
    assertThat(catalog.workQueue().list(WorkConsumer.BUNDLE)).isEmpty();
    assertThat(only(WorkConsumer.TABLE).type()).isEqualTo(DirtyType.PHOTOMETRY);
  }

  @Test
  void workThatComesAgain_isNotRemovedByWhoReadItBefore() {
    NovaId nova = NovaId.mint();
    catalog.workQueue().put(nova, DirtyType.RIGHTS, WorkConsumer.RELEASE);
    WorkItem read = only(WorkConsumer.RELEASE);
    clock.advance(Duration.ofSeconds(1));
    catalog.workQueue().put(nova, DirtyType.RIGHTS, WorkConsumer.RELEASE);

    catalog.workQueue().remove(read);

    WorkItem again = only(WorkConsumer.RELEASE);
    assertThat(again.meta().createdAt()).isEqualTo(read.meta().createdAt());
    catalog.workQueue().remove(again);
    assertThat(catalog.workQueue().list(WorkConsumer.RELEASE)).isEmpty();
  }

  private static RunKey key(String workflow) {
    return RunKey.of(workflow, "plan", 1);
  }

  private WorkItem only(WorkConsumer consumer) {
    List<WorkItem> work = catalog.workQueue().list(consumer).toList();
    assertThat(work).hasSize(1);
    return work.get(0);
  }

  private Attempt attempt(String task, int number) {
    return new Attempt(
        task, number, clock.instant(), Duration.ofMillis(5), AttemptOutcome.SUCCEEDED, null, null);
  }

  private Attempt about(String productKey) {
    return new Attempt(
        "ValidateSpectra",
        1,
        clock.instant(),
        Duration.ofMillis(5),
        AttemptOutcome.RETRYABLE_FAILURE,
        DataProductId.ofProductKey(Samples.PROVIDER, productKey),
        "HTTP 503");
  }
}
