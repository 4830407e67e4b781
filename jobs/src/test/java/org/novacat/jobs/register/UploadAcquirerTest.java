package org.novacat.jobs.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.register.UploadAcquirer.PreparedUpload;
import org.novacat.jobs.register.fetch.FetchLimits;
import org.novacat.jobs.register.source.Candidate;
import org.novacat.jobs.register.source.Locator;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.Provider;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.testing.Catalogs;

/** Uploads whose first way into the store fails. */
class UploadAcquirerTest {
  @TempDir private Path folder;
  private final Catalog catalog = Catalogs.empty();
  private ObjectStore objects;
  private Path file;
  private Path equal;

  @BeforeEach
  void writeFiles() throws IOException {
    objects = ObjectStores.create(StoreLocation.local(folder.resolve("bucket")));
    file = Files.writeString(folder.resolve("curve.csv"), "JD,mag,band\n2456520.5,4.4,V\n");
    equal = Files.copy(file, folder.resolve("equal.csv"));
  }

  @AfterEach
  void close() {
    objects.close();
    catalog.close();
  }

  @Test
  void uploadThatRanOutOfMemoryOnce_isStored_andItsEqualIsKnown() {
    UploadAcquirer acquirer = acquirer(new OutOfMemoryError("Java heap space"));

    assertThat(acquire(acquirer, file)).isInstanceOf(PreparedUpload.Stored.class);
    assertThat(acquire(acquirer, equal)).isInstanceOf(PreparedUpload.Known.class);
  }

  @Test
  void equalOfAnUploadThatWasRefused_isStored() {
    UploadAcquirer acquirer = acquirer(new IllegalStateException("a fault"));

    assertThat(acquire(acquirer, file)).isInstanceOf(PreparedUpload.Refused.class);
    assertThat(acquire(acquirer, equal)).isInstanceOf(PreparedUpload.Stored.class);
  }

  private static PreparedUpload acquire(UploadAcquirer acquirer, Path upload) {
    Locator locator = new Locator.Local(upload);
    return acquirer.acquire(
        null, new Candidate(upload.toString(), "", Provider.LOCAL, null, locator, null));
  }

  private UploadAcquirer acquirer(Throwable first) {
    return new UploadAcquirer(
        new Stores(
            catalog, failingOnce(first), StoreLocation.local(folder.resolve("bucket")), "bucket"),
        JobRunId.mint(),
        () -> {},
        FetchLimits.STANDARD,
        Clock.systemUTC(),
        difference -> {},
        new EqualUploads());
  }

  /** The folder, but the first object that is created throws. */
  private ObjectStore failingOnce(Throwable failure) {
    Failure first = new Failure(failure);
    return (ObjectStore)
        Proxy.newProxyInstance(
            ObjectStore.class.getClassLoader(),
            new Class<?>[] {ObjectStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("createIfAbsent")) {
                first.happen();
              }
              try {
                return method.invoke(objects, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Happens once. */
  private static final class Failure {
    private @Nullable Throwable left;

    Failure(Throwable failure) {
      left = failure;
    }

    void happen() throws Throwable {
      Throwable now = left;
      left = null;
      if (now != null) {
        throw now;
      }
    }
  }
}
