package org.novacat.jobs.photometry.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.archive.Mending;
import org.novacat.jobs.register.Sources;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.testing.Remains;
import org.novacat.jobs.testing.Sweep;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.nova.NewNova;

/**
 * An ingest of photometry that is killed after each of its writes, and another one after it: the
 * end is that of one that nobody disturbed. So it is when sources change between the two.
 */
class PhotometrySweepTest {
  private static final Duration LATER = Duration.ofMinutes(5);
  private static final String[] WORKFLOWS = {"ingest_photometry", "register_raw_files", "recover"};

  @TempDir private Path folder;
  private Path uploads;
  private Sweep sweep;
  private Sweep.Run register;
  private Remains registered;
  private List<Remains> deaths;

  @BeforeEach
  void recordAnIngest() throws IOException {
    uploads = Files.createDirectory(folder.resolve("uploads"));
    upload("two.csv", "RS Oph,2453780.5,4.4,V\nV339 Del,2456520.5,4.5,V\nV339 Del,x,4,V\n");
    upload("one.csv", "RS Oph,2453781.5,4.6,B\n");
    Files.writeString(uploads.resolve("bad.csv"), "star,JD\nRS Oph,2453781.5\n");
    sweep = new Sweep(folder);
    register = Sources.photometry(uploads);
    registered =
        sweep.after(Sweep.nothing(), Duration.ZERO, PhotometrySweepTest::addNovae, register);
    deaths = sweep.deaths(registered, Duration.ZERO, PhotometryIngest::run);
  }

  @Test
  void killAfterEachWrite_isMadeGoodByTheNextRun() {
    Map<String, String> undisturbed = facts(mended(registered));
    Sweep.tried(deaths, "PhotometrySweepTest")
        .forEach(
            (write, death) ->
                assertThat(Remains.differences(undisturbed, facts(mended(death))))
                    .as("killed after write %s", write)
                    .isEmpty());
  }

  /** Other bytes are another upload; how often a table was built differs. */
  @Test
  void sourcesThatChangeAfterTheKill_endAsTheyDoWhenNobodyIsKilled() throws IOException {
    upload("two.csv", "RS Oph,2453780.5,4.4,V\nV339 Del,2456520.5,4.5,V\nV339 Del,2456521.5,4,V\n");
    upload("one.csv", "RS Oph,2453781.5,4.7,B\n");
    upload("bad.csv", "V339 Del,2456522.5,4.9,R\n");
    Map<String, String> undisturbed =
        mended(sweep.after(registered, LATER, register)).factsButVersions(WORKFLOWS);
    Sweep.tried(deaths, "PhotometrySweepTest, sources change")
        .forEach(
            (write, death) -> {
              Remains end = mended(sweep.after(death, LATER, register));

              assertThat(Remains.differences(undisturbed, end.factsButVersions(WORKFLOWS)))
                  .as("killed after write %s", write)
                  .isEmpty();
            });
  }

  private Remains mended(Remains death) {
    return sweep.after(
        death, LATER, PhotometryIngest::run, Mending::recover, PhotometrySweepTest::verify);
  }

  private static void verify(Stores stores, JobRunId id, Clock clock) {
    assertThat(Mending.verify(stores, clock)).isEmpty();
  }

  private void upload(String name, String rows) throws IOException {
    Files.writeString(uploads.resolve(name), "star,JD,mag,band\n" + rows);
  }

  @Test
  void kills_areAtEachWriteOfDriverAndTasks() {
    Map<String, String> end = facts(deaths.get(deaths.size() - 1));

    assertThat(deaths.stream().distinct().count()).isEqualTo(deaths.size());
    assertThat(deaths.stream().map(death -> death.objects().size()).distinct().count())
        .as(
            "parts and rows of two uploads, their manifests, a refusal, two tables, plan and report")
        .isGreaterThan(15);
    assertThat(deaths.stream().filter(death -> !facts(death).equals(end)).count())
        .isGreaterThan(deaths.size() / 2);
  }

  private static Map<String, String> facts(Remains remains) {
    return remains.facts(WORKFLOWS);
  }

  private static void addNovae(Stores stores, JobRunId id, Clock clock) {
    stores.catalog().novae().add(NewNova.named("V339 Del"));
    stores.catalog().novae().add(NewNova.named("RS Oph"));
  }
}
