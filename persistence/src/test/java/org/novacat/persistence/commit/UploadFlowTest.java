package org.novacat.persistence.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.failure.StoreUnreachableException;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.WaitListener;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.TransientStoreException;
import org.novacat.persistence.table.TransientStoreException.Effect;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.table.WriteResult;
import org.novacat.persistence.testing.ForwardingTable;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.MutableClock;
import org.novacat.persistence.testing.Photometry;

/** How verdicts on uploads flow through a committer. */
class UploadFlowTest {
  private static final int UPLOADS = 300;

  private final InMemoryTable table = new InMemoryTable();
  private final MutableClock clock = new MutableClock();

  /** All are about one nova, and written in one millisecond. */
  @Test
  void manyUploadsOfOneNova_areInFlightTogetherAndNeverMeet() {
    Catalog catalog = catalog(new Away(Duration.ZERO));
    NovaId nova = NovaId.mint();
    List<UploadOutcome> outcomes = outcomes(catalog, nova);
    List<UploadResult> results = new ArrayList<>();

    CommitStats stats =
        catalog.uploadCommitter(CommitSettings.DEFAULTS).commit(outcomes.iterator(), results::add);

    assertThat(results).hasSize(UPLOADS).allMatch(one -> one instanceof UploadResult.Decided);
    assertThat(stats.transactions()).isEqualTo(12);
    assertThat(table.conflicts()).isZero();
    assertThat(catalog.workQueue().list(WorkConsumer.TABLE)).hasSize(UPLOADS);
  }

  /** The command was given the patience of a prompt; its control is a single write. */
  @Test
  void tableThatIsAwayForAMinute_endsASingleStepAndNoCommitInBulk() {
    Away away = new Away(Duration.ofMinutes(1));
    Catalog catalog = catalog(away);
    List<UploadOutcome> outcomes = outcomes(catalog, NovaId.mint());
    List<UploadResult> results = new ArrayList<>();

    away.begin();
    assertThatThrownBy(() -> catalog.uploads().register(Photometry.upload(UPLOADS)))
        .isInstanceOf(StoreUnreachableException.class);
    away.begin();
    catalog.uploadCommitter(CommitSettings.DEFAULTS).commit(outcomes.iterator(), results::add);

    assertThat(results).hasSize(UPLOADS).allMatch(one -> one instanceof UploadResult.Decided);
  }

  private Catalog catalog(Away away) {
    Waits waits = new Waits(clock::advance, clock, WaitListener.NONE);
    return Catalog.over(away, RunContext.single(JobRunId.mint()), clock, RetryPolicy.PROMPT, waits);
  }

  private static List<UploadOutcome> outcomes(Catalog catalog, NovaId nova) {
    IntStream.range(0, UPLOADS).forEach(n -> catalog.uploads().register(Photometry.upload(n)));
    return catalog.uploads().waiting().map(upload -> outcome(upload, nova)).toList();
  }

  private static UploadOutcome outcome(PhotometryUpload upload, NovaId nova) {
    return new UploadOutcome(upload, Photometry.accepted(nova), Photometry.parts(upload, nova));
  }

  /** Takes no write for a while. */
  private final class Away extends ForwardingTable {
    private final Duration length;
    private volatile Instant until = clock.instant();

    Away(Duration length) {
      super(table);
      this.length = length;
    }

    void begin() {
      until = clock.instant().plus(length);
    }

    @Override
    public WriteResult write(Write write) {
      refuse();
      return super.write(write);
    }

    @Override
    public TransactResult transact(List<Write> writes, String token) {
      refuse();
      return super.transact(writes, token);
    }

    private void refuse() {
      if (clock.instant().isBefore(until)) {
        throw new TransientStoreException(Effect.NONE, "away", null);
      }
    }
  }
}
