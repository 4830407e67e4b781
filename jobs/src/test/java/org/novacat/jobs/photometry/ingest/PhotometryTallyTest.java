package org.novacat.jobs.photometry.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.job.Ending;
import org.novacat.jobs.job.JobReport;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.WaitListener;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.TransientStoreException;
import org.novacat.persistence.table.TransientStoreException.Effect;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.testing.ForwardingTable;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.MutableClock;
import org.novacat.persistence.testing.Photometry;

/** How a run of photometry ends whose replies from the table are lost. */
class PhotometryTallyTest {
  private final MutableClock clock = new MutableClock();
  @TempDir private Path folder;

  /** The refusal of an upload whose bytes are not there; nobody hears whether it is recorded. */
  @Test
  void verdictOfWhichNobodyHears_isUnknown_asThatOfASpectrumIs() {
    JobRunId id = JobRunId.mint();
    Waits waits = new Waits(clock::advance, clock, WaitListener.NONE);
    Catalog catalog =
        Catalog.over(new Deaf(), RunContext.single(id), clock, RetryPolicy.PROMPT, waits);
    catalog.uploads().register(Photometry.upload(1));
    List<PhotometryUpload> waiting = catalog.uploads().waiting().toList();
    StoreLocation bucket = StoreLocation.local(folder.resolve("bucket"));
    try (Stores stores = new Stores(catalog, ObjectStores.create(bucket), bucket, "private")) {
      IngestPhotometry job =
          new IngestPhotometry(
              "ingest-photometry", waiting, List.of(), List.of(), Duration.ofMinutes(1), clock);

      JobReport report = JobRunner.run(job, stores, id, shown -> {});

      assertThat(report.count(Ending.UNKNOWN)).isEqualTo(1);
      assertThat(report.exitCode()).isEqualTo(ExitCode.UNKNOWN_OUTCOME);
    }
  }

  private static boolean endsWaiting(Write write) {
    return write instanceof Write.Delete && write.key().sk().startsWith("WAITING#");
  }

  /** Takes no verdict, and does not say so. */
  private static final class Deaf extends ForwardingTable {
    Deaf() {
      super(new InMemoryTable());
    }

    @Override
    public TransactResult transact(List<Write> writes, String token) {
      if (writes.stream().anyMatch(PhotometryTallyTest::endsWaiting)) {
        throw new TransientStoreException(Effect.POSSIBLE, "no reply", null);
      }
      return super.transact(writes, token);
    }
  }
}
