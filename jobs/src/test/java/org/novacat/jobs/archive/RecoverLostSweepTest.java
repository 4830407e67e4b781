package org.novacat.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.photometry.ingest.PhotometryIngest;
import org.novacat.jobs.register.Sources;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.samples.SampleFile.Expected;
import org.novacat.jobs.spectra.SpectraIngest;
import org.novacat.jobs.testing.Remains;
import org.novacat.jobs.testing.Sweep;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.nova.NewNova;

/**
 * A recover that is killed while it has made again what is lost, and another one after it: what was
 * lost is there again, as when nobody is killed. So it is when sources change between the two.
 */
class RecoverLostSweepTest {
  private static final Duration LATER = Duration.ofMinutes(5);
  private static final Duration MUCH_LATER = Duration.ofMinutes(10);
  private static final String NOVA = "V339 Del";
  private static final String[] WORKFLOWS = {
    "acquire_and_validate_spectra", "ingest_photometry", "recover", "register_raw_files"
  };

  @TempDir private Path folder;
  private Path spectra;
  private List<Path> sound;
  private Sweep sweep;
  private Sweep.Run register;
  private Remains whole;
  private Remains lost;
  private List<Remains> deaths;

  @BeforeEach
  void lose() throws IOException {
    SampleArchive samples = SampleArchive.write(folder.resolve("samples"), new SampleSpec(5, 1, 5));
    sound = paths(samples, Expected.Valid.class);
    spectra = Files.createDirectory(folder.resolve("spectra"));
    source("changes.fits", sound.get(0));
    source("stays.fits", sound.get(1));
    source("is mended.fits", paths(samples, Expected.Quarantined.class).get(0));
    Path curves = Files.createDirectory(folder.resolve("curves"));
    Files.writeString(
        curves.resolve("two.csv"),
        "star,JD,mag,band\nRS Oph,2453780.5,4.4,V\nV339 Del,2456520.5,4.5,V\nV339 Del,x,4,V\n");
    Files.writeString(curves.resolve("bad.csv"), "star,JD\nRS Oph,2453781.5\n");
    sweep = new Sweep(folder);
    register = Sources.spectra(spectra, NOVA);
    whole =
        sweep.after(
            Sweep.nothing(),
            Duration.ZERO,
            RecoverLostSweepTest::addNovae,
            register,
            Sources.photometry(curves),
            SpectraIngest::run,
            PhotometryIngest::run);
    lost = whole.without(RecoverLostSweepTest::isDerived);
    deaths = sweep.deaths(lost, LATER, Mending::recover);
  }

  private static List<Path> paths(SampleArchive samples, Class<? extends Expected> expected) {
    return samples.files().stream()
        .filter(file -> expected.isInstance(file.expected()))
        .map(file -> samples.manifest().resolveSibling(file.locator()))
        .toList();
  }

  private void source(String name, Path bytes) throws IOException {
    Files.copy(bytes, spectra.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private static void addNovae(Stores stores, JobRunId id, Clock clock) {
    stores.catalog().novae().add(NewNova.named(NOVA));
    stores.catalog().novae().add(NewNova.named("RS Oph"));
  }

  private static boolean isDerived(String key) {
    return key.matches("(derived/|.*/(rows|split)/|.*manifest[.]json|quarantine/p).*");
  }

  @Test
  void killAfterEachWrite_isMadeGoodByTheNextRecover() {
    Map<String, String> undisturbed = mended(lost).facts(WORKFLOWS);
    Sweep.tried(deaths, "RecoverLostSweepTest")
        .forEach(
            (write, death) -> {
              Remains end = mended(death);

              assertThat(Remains.differences(undisturbed, end.facts(WORKFLOWS)))
                  .as("killed after write %s", write)
                  .isEmpty();
              assertThat(end.objects()).containsAllEntriesOf(derivedOnce());
            });
  }

  /** The quarantine of a decision has a folder named after when the upload began to wait. */
  private Map<String, ContentHash> derivedOnce() {
    Map<String, ContentHash> derived = new TreeMap<>(whole.objects());
    derived.keySet().removeIf(key -> !isDerived(key) || key.startsWith("quarantine/"));
    return derived;
  }

  /** What is valid keeps its bytes while it waits to be read again. */
  @Test
  void sourcesThatChangeAfterTheKill_endAsTheyDoWhenNobodyIsKilled() throws IOException {
    source("changes.fits", sound.get(2));
    source("is mended.fits", sound.get(3));
    Map<String, String> undisturbed =
        mended(sweep.after(lost, MUCH_LATER, register)).facts(WORKFLOWS);
    Sweep.tried(deaths, "RecoverLostSweepTest, sources change")
        .forEach(
            (write, death) -> {
              Remains changed = sweep.after(death, MUCH_LATER, register);
              assertThat(changed.validWithOtherBytes()).as("after write %s", write).isEmpty();

              Remains end = mended(changed);

              assertThat(Remains.differences(undisturbed, end.facts(WORKFLOWS)))
                  .as("killed after write %s", write)
                  .isEmpty();
              assertThat(end.products("VALID")).hasSize(3);
            });
  }

  @Test
  void kills_areAtEachWriteOfRecover() {
    Map<String, String> end = deaths.get(deaths.size() - 1).facts(WORKFLOWS);

    assertThat(deaths.stream().distinct().count())
        .as("two spectra, two uploads and two tables wait again; the run begins and ends")
        .isEqualTo(deaths.size())
        .isGreaterThan(6 + 4);
    assertThat(deaths.stream().filter(death -> !death.facts(WORKFLOWS).equals(end)).count())
        .isGreaterThan(4);
  }

  private Remains mended(Remains death) {
    return sweep.after(
        death,
        MUCH_LATER,
        Mending::recover,
        SpectraIngest::run,
        PhotometryIngest::run,
        RecoverLostSweepTest::verify);
  }

  private static void verify(Stores stores, JobRunId id, Clock clock) {
    assertThat(Mending.verify(stores, clock)).isEmpty();
  }
}
