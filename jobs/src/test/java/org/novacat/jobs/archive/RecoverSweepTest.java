package org.novacat.jobs.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.testing.Remains;
import org.novacat.jobs.testing.Sweep;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.FileEnding;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.commit.Registration;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.product.ComingBytes;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.run.JobRun;
import org.novacat.persistence.run.RunKey;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.testing.Photometry;
import org.novacat.persistence.testing.Samples;

/**
 * A recover that dies at each of its writes, and another one after it: the end is that of a recover
 * that nobody disturbed.
 */
class RecoverSweepTest {
  private static final byte[] COMING = "the bytes to come".getBytes(UTF_8);
  private static final int NOVAE = 60;
  private static final Duration LATER = Duration.ofHours(1);
  private static final Duration MUCH_LATER = LATER.plusMinutes(5);

  @TempDir private Path folder;
  private Sweep sweep;
  private Remains left;

  /** What killed runs of each kind leave; of a verdict on many novae its first piece. */
  @BeforeEach
  void die() {
    sweep = new Sweep(folder);
    Remains begun = sweep.after(Sweep.nothing(), Duration.ZERO, RecoverSweepTest::begin);
    left =
        sweep.deaths(begun, Duration.ZERO, RecoverSweepTest::decide).stream()
            .filter(death -> contradictions(death).contains("PART_UNNAMED"))
            .findFirst()
            .orElseThrow();
  }

  private static void begin(Stores stores, JobRunId id, Clock clock) {
    Catalog catalog = stores.catalog();
    JobRun dead = catalog.runs().begin(RunKey.of("ingest_photometry", "x", 1), null);
    catalog.locks().acquire(JobRun.lock(dead.id()));
    catalog.locks().acquire(LockRequest.mutex("RebuildPhotometryTable:x"));
    replaceHalf(catalog, stores.archive());
    novae(catalog);
    catalog.uploads().register(Photometry.upload(1));
  }

  /**
   * One product whose object has not been replaced yet, one whose object has, and one whose new
   * object lies under another ending. Of all it is said already where the bytes to come are from.
   */
  private static void replaceHalf(Catalog catalog, Archive archive) {
    NovaId nova = Samples.nova(catalog, "V339 Del");
    for (int n = 0; n < 3; n++) {
      FileEnding ending = n < 2 ? FileEnding.FITS : FileEnding.TXT;
      Registration plain = Samples.registration(nova, n);
      Samples.register(catalog, List.of(withItsFile(plain)));
      ProductRef product =
          catalog.products().find(nova, Samples.PROVIDER, plain.id()).orElseThrow().ref();
      ComingBytes coming = new ComingBytes(ContentHash.of(COMING), COMING.length);
      catalog.products().recordComing(product, coming);
      Content object = Content.of(n == 0 ? "bytes 0".getBytes(UTF_8) : COMING);
      archive.write(NovaCatKeys.primary(nova, plain.id(), ending), object);
      String source = "{\"locator\": \"file:new\", \"sha256\": \"%s\"}".formatted(coming.sha256());
      Content document = Content.of(source.getBytes(UTF_8));
      archive.replace(NovaCatKeys.sourceJson(nova, plain.id()), document, null);
    }
  }

  private static Registration withItsFile(Registration plain) {
    return new Registration(
        plain.novaId(),
        plain.provider(),
        plain.id(),
        plain.locatorIdentity(),
        plain.locators(),
        plain.rawFile(),
        List.of(
            new FileObject(FileRole.RAW, plain.rawFile()),
            new FileObject(FileRole.SOURCE, plain.rawFile())));
  }

  private static NovaId[] novae(Catalog catalog) {
    return IntStream.range(0, NOVAE)
        .mapToObj(n -> Samples.nova(catalog, "Nova " + n))
        .toArray(NovaId[]::new);
  }

  private static void decide(Stores stores, JobRunId id, Clock clock) {
    Catalog catalog = stores.catalog();
    NovaId[] novae = novae(catalog);
    PhotometryUpload upload = catalog.uploads().waiting().findFirst().orElseThrow();
    Photometry.decide(catalog, upload, Photometry.accepted(novae), Photometry.parts(upload, novae));
  }

  @Test
  void killAfterEachWrite_isFinishedByTheNextRecover() {
    assertThat(contradictions(left))
        .containsOnly("RUN_DEAD", "LOCK_STALE", "REPLACEMENT_HALF_DONE", "PART_UNNAMED");
    Remains undisturbed = sweep.after(left, LATER, RecoverSweepTest::recover);
    assertThat(contradictions(undisturbed)).isEmpty();
    Map<String, String> end = undisturbed.facts("recover");
    List<Remains> deaths = sweep.deaths(left, LATER, RecoverSweepTest::recover);
    for (int write = 1; write <= deaths.size(); write++) {
      Remains mended = sweep.after(deaths.get(write - 1), MUCH_LATER, RecoverSweepTest::recover);

      assertThat(Remains.differences(end, mended.facts("recover")))
          .as("killed after write %s", write)
          .isEmpty();
      assertThat(contradictions(mended)).as("killed after write %s", write).isEmpty();
    }
    assertThat(deaths.stream().filter(death -> !contradictions(death).isEmpty()))
        .as("control: deaths that left something to do")
        .hasSizeGreaterThan(5);
  }

  private Set<String> contradictions(Remains remains) {
    Set<String> kinds = new TreeSet<>();
    sweep.after(
        remains,
        MUCH_LATER,
        (stores, id, clock) ->
            stores.catalog().inventory().contradictions(clock.instant()).stream()
                .map(one -> one.kind().name())
                .forEach(kinds::add));
    return kinds;
  }

  /** Of what has objects it leaves alone what they are: they are made up. */
  private static void recover(Stores stores, JobRunId id, Clock clock) {
    Mending.recover(stores, id, clock, finding -> !finding.kind().name().startsWith("OBJECT"));
  }
}
