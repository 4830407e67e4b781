package org.novacat.jobs.spectra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.log.LogPointers;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.ObjectStores;
import org.novacat.persistence.store.StoreLocation;

/** Two runs that have the same product under way. */
class SpectrumProcessorTest {
  private final PlannedProduct planned = PlansForTests.planned("one", 7);
  @TempDir private Path folder;

  @Test
  void contextOfARefusal_staysThatOfTheFirstRun_whoseLogItNames() {
    try (ObjectStore store = ObjectStores.create(StoreLocation.local(folder.resolve("bucket")))) {
      store.put(ObjectKey.of(planned.rawKey()), Content.of("garbage".getBytes(UTF_8)));

      StoredObject first = context(refused(store, "first"));
      StoredObject second = context(refused(store, "second"));

      byte[] there = store.read(ObjectKey.of(first.key()), 1 << 20);
      assertThat(second).isEqualTo(first);
      assertThat(first.sha256()).isEqualTo(ContentHash.of(there));
      assertThat(new String(there, UTF_8)).contains("first").doesNotContain("second");
    }
  }

  /** What it says of the file is to be that of the verdict, whoever makes it. */
  @Test
  void contextOfAnotherVerdict_isReplaced() {
    try (ObjectStore store = ObjectStores.create(StoreLocation.local(folder.resolve("bucket")))) {
      StoredObject missing = context(refused(store, "first"));
      store.put(ObjectKey.of(planned.rawKey()), Content.of("garbage".getBytes(UTF_8)));

      StoredObject changed = context(refused(store, "second"));

      assertThat(changed.key()).isEqualTo(missing.key());
      assertThat(changed.sha256()).isNotEqualTo(missing.sha256());
      assertThat(store.read(ObjectKey.of(changed.key()), 1 << 20))
          .satisfies(bytes -> assertThat(ContentHash.of(bytes)).isEqualTo(changed.sha256()));
    }
  }

  private List<StoredObject> refused(ObjectStore store, String run) {
    LogPointers logs = new LogPointers("/emr/novacat", "driver", run);
    SpectrumProcessor processor =
        new SpectrumProcessor(store, 1 << 20, Duration.ofMinutes(1), logs);
    return ((TaskOutcome.Refused) processor.process(planned)).objects();
  }

  private static StoredObject context(List<StoredObject> objects) {
    return objects.get(objects.size() - 1);
  }
}
