package org.novacat.jobs.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.novacat.jobs.job.JobReport;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.register.fetch.FetchLimits;
import org.novacat.jobs.register.source.Candidate;
import org.novacat.jobs.register.source.Candidates;
import org.novacat.jobs.register.source.Locator;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.testing.Disturbed;
import org.novacat.jobs.testing.Disturbed.Killed;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.key.FileEnding;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.run.JobRun;
import org.novacat.persistence.state.ValidationStatus;
import org.novacat.persistence.store.ConditionalPut;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.MutableClock;
import org.novacat.persistence.testing.Samples;

/**
 * A product whose file changes between registrations, with a kill, or another run, at each of the
 * writes: at the end its item and its object agree, and bytes that were found valid are there.
 */
class RawReplacementSweepTest {
  private static final byte[] OLD = "the old bytes".getBytes(UTF_8);
  private static final byte[] NEW = "other, newer bytes".getBytes(UTF_8);
  private static final byte[] THIRD = "bytes of a third kind".getBytes(UTF_8);

  @TempDir private Path folder;
  private Path file;
  private final MutableClock clock = new MutableClock();
  private InMemoryTable table;
  private ObjectStore store;
  private NovaId nova;
  private int bucket;

  /** How the names of the files with new bytes end; that with the old ones is FITS. */
  private String ending = "fits";

  /** What there is before. */
  private enum Before {
    NOTHING,
    /** An object of a run that died before it told the table. */
    LEFTOVER,
    WAITING,
    QUARANTINED,
    DUPLICATE
  }

  private static Stream<Arguments> beforeAndEnding() {
    return Stream.of(Before.values())
        .flatMap(before -> Stream.of(Arguments.of(before, "fits"), Arguments.of(before, "csv")));
  }

  @BeforeEach
  void writeFile() throws IOException {
    file = Files.write(folder.resolve("spectrum.fits"), OLD);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @MethodSource("beforeAndEnding")
  void killAtEachWrite_isFinishedByTheNextRegistrationOfAnyFile(Before before, String ends)
      throws IOException {
    ending = ends;
    for (byte[] next : List.of(NEW, OLD, THIRD)) {
      boolean killed = true;
      for (int write = 1; killed; write++) {
        for (boolean done : List.of(false, true)) {
          make(before);
          killed = registerAndDie(write, done);
          register(next);
          assertIs(
              next, "%s, killed %s write %s".formatted(before, done ? "after" : "before", write));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("beforeAndEnding")
  void anotherRunBetweenAnyTwoWrites_leavesItemAndObjectInAgreement(Before before, String ends)
      throws IOException {
    ending = ends;
    for (byte[] theirs : List.of(THIRD, NEW)) {
      boolean came = true;
      for (int write = 1; came; write++) {
        for (boolean done : List.of(false, true)) {
          make(before);
          came = registerWhile(NEW, write, done, () -> registerAndValidate(theirs));
          assertAgree(
              "%s, other run %s write %s".formatted(before, done ? "after" : "before", write));
        }
      }
    }
  }

  /** A run that puts back what says where the bytes are from, while other bytes come. */
  @ParameterizedTest
  @EnumSource(names = {"WAITING", "QUARANTINED", "DUPLICATE"})
  void otherBytesWhileTheSourceIsPutBack_haveTheirOwn(Before before) throws IOException {
    boolean came = true;
    for (int write = 1; came; write++) {
      for (boolean done : List.of(false, true)) {
        make(before);
        store.delete(source());
        came = registerWhile(OLD, write, done, () -> registerAndValidate(NEW));
        if (came && !done && write == 1) {
          assertThat(product().orElseThrow().state().validation())
              .as("control: the other run has come through")
              .isEqualTo(ValidationStatus.VALID);
        }
        if (!came) {
          register(OLD);
        }
        assertAgree(
            "%s, other run %s write %s".formatted(before, done ? "after" : "before", write));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Before.class)
  void firstWrite_saysThatARunBegins(Before before) throws IOException {
    make(before);
    List<JobRun> earlier = runs();

    registerWhile(NEW, 1, true, () -> assertThat(runs()).hasSize(earlier.size() + 1));
  }

  private List<JobRun> runs() {
    try (Catalog catalog = Catalogs.over(table, clock)) {
      return catalog.runs().list().toList();
    }
  }

  /** What register did before: it created or replaced the object first, and told the table then. */
  @Test
  void objectFirst_overwritesBytesThatWereFoundValid() throws IOException {
    make(Before.NOTHING);
    ObjectKey key = key();
    registerAndValidate(THIRD);

    ConditionalPut result = store.createIfAbsent(key, Content.of(NEW));
    store.replaceIfMatch(key, Content.of(NEW), ((ConditionalPut.Refused) result).there().etag());

    SpectraProduct valid = product().orElseThrow();
    assertThat(valid.state().validation()).isEqualTo(ValidationStatus.VALID);
    assertThat(ContentHash.of(store.read(key, 1 << 20))).isNotEqualTo(valid.rawFile().sha256());
  }

  private void make(Before before) throws IOException {
    table = new InMemoryTable();
    store =
        ObjectStores.create(
            StoreLocation.local(folder.resolve("bucket" + bucket++)).with("durability", "later"));
    try (Catalog catalog = Catalogs.over(table, clock)) {
      nova = Samples.nova(catalog, "V339 Del");
    }
    if (before == Before.LEFTOVER) {
      store.put(key(), Content.of(OLD));
    } else if (before != Before.NOTHING) {
      register(OLD);
      decide(before);
    }
  }

  private void decide(Before before) {
    try (Catalog catalog = Catalogs.over(table, clock)) {
      SpectraProduct product = product().orElseThrow();
      if (before == Before.QUARANTINED) {
        Samples.commit(
            catalog, List.of(Samples.quarantined(product.ref(), QuarantineReason.UNREADABLE)));
      } else if (before == Before.DUPLICATE) {
        ContentHash sha256 = ContentHash.of(OLD);
        var other = Samples.registered(catalog, nova, 1).get(0);
        Samples.commit(catalog, List.of(Samples.valid(other, sha256)));
        Samples.commit(catalog, List.of(Samples.valid(product.ref(), sha256)));
        assertThat(product().orElseThrow().duplicateOf()).isEqualTo(other.id());
      }
    }
  }

  /** Whether the run came to that write. */
  private boolean registerAndDie(int write, boolean after) throws IOException {
    AtomicBoolean dead = new AtomicBoolean();
    Disturbed disturbed =
        new Disturbed(
            (number, done) -> {
              if (dead.get() || (number == write && done == after)) {
                dead.set(true);
                throw new Killed();
              }
            });
    try {
      register(NEW, disturbed.table(table), disturbed.store(store));
    } catch (Killed | IllegalStateException e) {
      // It is gone; an exception of a thread that waits for one that was killed is the same.
    }
    return dead.get();
  }

  private boolean registerWhile(byte[] bytes, int write, boolean after, Runnable other)
      throws IOException {
    AtomicInteger came = new AtomicInteger();
    Disturbed disturbed =
        new Disturbed(
            (number, done) -> {
              if (number == write && done == after && came.getAndIncrement() == 0) {
                other.run();
              }
            });
    register(bytes, disturbed.table(table), disturbed.store(store));
    return came.get() > 0;
  }

  private void registerAndValidate(byte[] bytes) {
    try (Catalog catalog = Catalogs.over(table, clock)) {
      register(bytes);
      product()
          .filter(now -> now.rawFile() != null && now.coming() == null)
          .filter(now -> now.state().validation() == ValidationStatus.UNVALIDATED)
          .filter(now -> now.duplicateOf() == null)
          .ifPresent(
              now ->
                  Samples.commit(
                      catalog, List.of(Samples.valid(now.ref(), now.rawFile().sha256()))));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private JobReport register(byte[] bytes) throws IOException {
    return register(bytes, table, store);
  }

  private JobReport register(byte[] bytes, Table on, ObjectStore into) throws IOException {
    clock.advance(Duration.ofSeconds(1)); // no two documents are the same
    String name = "source-" + bytes.length + (bytes == OLD ? ".fits" : "." + ending);
    Path source = Files.write(folder.resolve(name), bytes);
    JobRunId run = JobRunId.mint();
    Catalog catalog = Catalog.over(on, RunContext.single(run), clock, Catalogs.NO_PAUSE);
    Stores stores = new Stores(catalog, into, StoreLocation.local(folder), "bucket");
    Candidate candidate =
        new Candidate(
            file.toString(),
            nova.toString(),
            Provider.LOCAL,
            "key",
            new Locator.Local(source),
            null);
    Candidates candidates = new Candidates(List.of(candidate), List.of(), List.of(), List.of());
    RegisterJob job = new RegisterJob(candidates, FetchLimits.STANDARD, clock, false);
    return JobRunner.run(job, stores, run, new ArrayList<>()::add);
  }

  private void assertIs(byte[] bytes, String when) throws IOException {
    assertAgree(when);
    SpectraProduct product = product().orElseThrow();
    assertThat(product.rawFile().sha256()).as(when).isEqualTo(ContentHash.of(bytes));
    assertThat(product.coming()).as(when).isNull();
    assertThat(new String(store.read(source(), 1 << 20), UTF_8))
        .as(when)
        .contains(ContentHash.of(bytes).hex());
  }

  /** A product that a run may validate, or has found valid, has the bytes that its item says. */
  private void assertAgree(String when) {
    SpectraProduct product = product().orElse(null);
    if (product != null && product.coming() == null && product.rawFile() != null) {
      assertThat(ContentHash.of(store.read(product.rawFile().key(), 1 << 20)))
          .as(when)
          .isEqualTo(product.rawFile().sha256());
      byte[] document = store.read(source(), 1 << 20);
      assertThat(SourceDocument.speaksOf(document, product.rawFile().sha256())).as(when).isTrue();
      assertThat(recordedSource()).as(when).contains(ContentHash.of(document));
    }
  }

  private Optional<ContentHash> recordedSource() {
    try (Catalog catalog = Catalogs.over(table, clock)) {
      return catalog.products().file(nova, id(), FileRole.SOURCE).map(Pointer::sha256);
    }
  }

  private Optional<SpectraProduct> product() {
    try (Catalog catalog = Catalogs.over(table, clock)) {
      return catalog.products().find(nova, Provider.LOCAL, id());
    }
  }

  private ObjectKey key() {
    return NovaCatKeys.primary(nova, id(), FileEnding.FITS).key();
  }

  private ObjectKey source() {
    return NovaCatKeys.sourceJson(nova, id()).key();
  }

  private static DataProductId id() {
    return DataProductId.ofProductKey(Provider.LOCAL, "key");
  }
}
