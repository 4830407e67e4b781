package org.novacat.jobs.publish;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.testing.Sweep;

/** Releases that are killed, of buckets of an S3 server. */
class PublishSweepIT {
  @TempDir private Path folder;

  @Test
  void killAfterEachWrite_leavesAWholeRelease_andIsMadeGoodByTheNextRun() throws IOException {
    PublishSweep.check(Sweep.onS3(folder), folder, "PublishSweepIT", 24);
  }
}
