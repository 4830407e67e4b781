package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.store.ObjectStore;

/**
 * Drivers killed with {@code kill -9}, and a normal run after each. All runs begin on copies of one
 * workspace, so that what they leave can be compared byte for byte with an undisturbed run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {
  private Path folder;
  private SampleArchive archive;
  private int products;
  private Workspace novae;
  private Workspace registered;
  private Snapshot undisturbedRegister;
  private Snapshot undisturbedIngest;
  private Workspace workspace;
  private final Kills registerKills = new Kills();
  private final Kills ingestKills = new Kills();

  @BeforeAll
  void runUndisturbed(@TempDir Path temporary) throws IOException {
    folder = temporary;
    archive = SampleArchive.write(folder.resolve("archive"), new SampleSpec(7, 5, 40));
    products = SampleWorkspace.products(archive);
    novae = new Workspace(folder.resolve("novae"));
    SampleWorkspace.addNovae(novae, archive);
    registered = novae.copyTo(folder.resolve("registered"));
    SampleWorkspace.register(registered, archive);
    undisturbedRegister = ArchiveInvariants.assertHold(registered);
    Workspace ingested = registered.copyTo(folder.resolve("ingested"));
    ingested.succeed("ingest-spectra");
    undisturbedIngest = ArchiveInvariants.assertHold(ingested);
    assertThat(undisturbedIngest.standings()).isEqualTo(SampleWorkspace.standings(archive));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*(RAW|PRODUCTS).*")
  void killedRegister_isMadeGoodByTheNext(Moment moment) {
    workspace = novae.copyTo(folder.resolve(moment.name()));

    kill(moment, "register", archive.manifest().toString());
    JsonNode report = SampleWorkspace.register(workspace, archive).json();

    assertThat(report.at("/files/ended/done").asInt() + report.at("/files/ended/unchanged").asInt())
        .isEqualTo(products);
    assertEqualTo(undisturbedRegister);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*(PLAN|DERIVED|COMMIT).*")
  void killedIngest_isMadeGoodByTheNext(Moment moment) {
    workspace = registered.copyTo(folder.resolve(moment.name()));

    kill(moment, "ingest-spectra");
    workspace.succeed("ingest-spectra");

    assertEqualTo(undisturbedIngest);
  }

  static LongStream seeds() {
    return Kills.seeds();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void registerKilledAtAnyMoment_isMadeGoodByTheNext(long seed) {
    String[] command = {"register", archive.manifest().toString()};

    registerKills.kill(
        seed,
        () -> novae.copyTo(folder.resolve("register-whole")).start(command),
        number -> {
          workspace = novae.copyTo(folder.resolve("register-" + seed + "-" + number));
          return workspace.start(command);
        });
    SampleWorkspace.register(workspace, archive);

    assertEqualTo(undisturbedRegister);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void ingestKilledAtAnyMoment_isMadeGoodByTheNext(long seed) {
    ingestKills.kill(
        seed,
        () -> registered.copyTo(folder.resolve("ingest-whole")).start("ingest-spectra"),
        number -> {
          workspace = registered.copyTo(folder.resolve("ingest-" + seed + "-" + number));
          return workspace.start("ingest-spectra");
        });
    workspace.succeed("ingest-spectra");

    assertEqualTo(undisturbedIngest);
  }

  @AfterAll
  void kills_metRunsAlive() {
    registerKills.assertHalfMetALiveRun();
    ingestKills.assertHalfMetALiveRun();
  }

  private void kill(Moment moment, String... command) {
    Items items = workspace.table();
    try (Driver driver = workspace.start(command)) {
      driver.await(moment.name(), () -> moment.isReached(workspace, items, products));

      Ran killed = driver.kill();

      assertThat(killed.code()).as(killed.toString()).isEqualTo(Kills.KILLED);
      assertThat(killed.out()).isEmpty();
    }
    ArchiveInvariants.assertNothingHalfDone(workspace);
  }

  private void assertEqualTo(Snapshot undisturbed) {
    workspace.freeLocksOfTheDead();
    workspace.succeed("recover");
    Snapshot recovered = ArchiveInvariants.assertHold(workspace);

    assertThat(undisturbed.differencesFrom(recovered)).isEmpty();
    assertThat(listed()).containsExactlyElementsOf(recovered.objects().keySet());
  }

  /** The keys that the store lists: nothing of what a killed writer left behind. */
  private List<String> listed() {
    StoreLocation location = StoreLocation.local(workspace.bucket());
    try (ObjectStore store = ObjectStores.open(location);
        Stream<String> keys = store.list("").map(object -> object.key().toString())) {
      return keys.sorted().toList();
    }
  }
}
