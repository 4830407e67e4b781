package org.novacat.jobs.spectra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.layouts.id.ContentHash;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.commit.ValidationOutcome;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.log.LogPointers;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.Pointer;

/** Two runs that have the same product under way. */
class SpectrumProcessorTest {
  private final PlannedProduct planned = PlansForTests.planned("one", 7);
  @TempDir private Path folder;

  @Test
  void contextOfARefusal_staysThatOfTheFirstRun_whoseLogItNames() {
    try (ObjectStore store = ObjectStores.create(StoreLocation.local(folder.resolve("bucket")))) {
      store.put(planned.raw().key(), Content.of("garbage".getBytes(UTF_8)));

      Pointer first = context(refused(store, "first"));
      Pointer second = context(refused(store, "second"));

      byte[] there = store.read(first.key(), 1 << 20);
      assertThat(second).isEqualTo(first);
      assertThat(first.sha256()).isEqualTo(ContentHash.of(there));
      assertThat(new String(there, UTF_8)).contains("first").doesNotContain("second");
    }
  }

  /** What it says of the file is to be that of the verdict, whoever makes it. */
  @Test
  void contextOfAnotherVerdict_liesBesideTheFirst_whichStays() {
    try (ObjectStore store = ObjectStores.create(StoreLocation.local(folder.resolve("bucket")))) {
      Pointer missing = context(refused(store, "first"));
      store.put(planned.raw().key(), Content.of("garbage".getBytes(UTF_8)));

      Pointer changed = context(refused(store, "second"));

      assertThat(changed.key()).isNotEqualTo(missing.key());
      assertThat(ContentHash.of(store.read(changed.key(), 1 << 20))).isEqualTo(changed.sha256());
      assertThat(ContentHash.of(store.read(missing.key(), 1 << 20))).isEqualTo(missing.sha256());
    }
  }

  /** As a power failure leaves it. */
  @Test
  void brokenContext_isLeftWhereItIs_andKeepsNobodyFromGoingOn() {
    try (ObjectStore store = ObjectStores.create(StoreLocation.local(folder.resolve("bucket")))) {
      Pointer first = context(refused(store, "first"));
      store.put(first.key(), Content.of(new byte[0]));

      Pointer second = context(refused(store, "second"));

      assertThat(second.key()).isNotEqualTo(first.key());
      assertThat(ContentHash.of(store.read(second.key(), 1 << 20))).isEqualTo(second.sha256());
    }
  }

  private List<FileObject> refused(ObjectStore store, String run) {
    LogPointers logs = new LogPointers("/emr/novacat", "driver", run);
    Archive archive = new Archive(store, "bucket");
    SpectrumProcessor processor =
        new SpectrumProcessor(archive, 1 << 20, Duration.ofMinutes(1), logs);
    return ((ValidationOutcome.Quarantined) processor.process(planned).recorded(Instant.MAX))
        .files();
  }

  private static Pointer context(List<FileObject> objects) {
    return objects.get(objects.size() - 1).pointer();
  }
}
