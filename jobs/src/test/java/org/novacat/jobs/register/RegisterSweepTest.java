package org.novacat.jobs.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.archive.Mending;
import org.novacat.jobs.photometry.ingest.PhotometryIngest;
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
 * A register of files that are new, known, lost and come again with other bytes. It is killed after
 * each of its writes, and another one follows, of the same files or of others under their names,
 * some after a recover: the end is that of one that nobody disturbed.
 */
class RegisterSweepTest {
  private static final Duration LATER = Duration.ofMinutes(5);
  private static final String NOVA = "V339 Del";
  private static final String[] WORKFLOWS = {
    "acquire_and_validate_spectra", "ingest_photometry", "recover", "register_raw_files"
  };

  @TempDir private Path folder;
  private Path spectra;
  private Path curves;
  private List<Path> sound;
  private Sweep sweep;
  private Sweep.Run registerSpectra;
  private Sweep.Run registerCurves;
  private Remains before;
  private List<String> found = List.of();

  @BeforeEach
  void makeWhatIsKnown() throws IOException {
    SampleArchive samples = SampleArchive.write(folder.resolve("samples"), new SampleSpec(5, 1, 9));
    sound = paths(samples, Expected.Valid.class);
    spectra = Files.createDirectory(folder.resolve("spectra"));
    curves = Files.createDirectory(folder.resolve("curves"));
    sweep = new Sweep(folder);
    registerSpectra = Sources.spectra(spectra, NOVA);
    registerCurves = Sources.photometry(curves);
    source("valid.fits", sound.get(0));
    source("valid, lost.fits", sound.get(1));
    source("refused.fits", paths(samples, Expected.Quarantined.class).get(0));
    curve("valid.csv", "2456520.5,4.5,V");
    curve("valid, lost.csv", "2456521.5,4.6,V");
    before = ingested(registered(sweep.after(Sweep.nothing(), LATER, RegisterSweepTest::addNova)));
    source("twin.fits", sound.get(0));
    source("refused for damage.fits", sound.get(2));
    curve("refused for damage.csv", "2456522.5,4.7,V");
    Path damaged = curves.resolve("refused for damage.csv");
    before = ingested(lost(registered(before), sound.get(2), damaged));
    Files.delete(spectra.resolve("refused for damage.fits"));
    byte[] row = Files.readAllBytes(damaged);
    Files.delete(damaged);
    source("waiting.fits", sound.get(3));
    source("waiting, lost.fits", sound.get(4));
    before =
        lost(registered(before), sound.get(1), sound.get(4), curves.resolve("valid, lost.csv"));
    source("refused for damage.fits", sound.get(2));
    Files.write(damaged, row);
  }

  private Remains ingested(Remains registered) {
    return sweep.after(registered, LATER, SpectraIngest::run, PhotometryIngest::run);
  }

  private Remains registered(Remains known) {
    return sweep.after(known, LATER, registerSpectra, registerCurves);
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

  private void curve(String name, String row) throws IOException {
    Files.writeString(curves.resolve(name), "star,JD,mag,band\n" + NOVA + "," + row + "\n");
  }

  private static void addNova(Stores stores, JobRunId id, Clock clock) {
    stores.catalog().novae().add(NewNova.named(NOVA));
  }

  /** An archive without the raw objects that have the bytes of these files. */
  private static Remains lost(Remains archive, Path... files) throws IOException {
    Remains left = archive;
    for (Path file : files) {
      ContentHash hash = ContentHash.of(Files.readAllBytes(file));
      left = left.without(key -> key.startsWith("raw/") && hash.equals(archive.objects().get(key)));
    }
    return left;
  }

  @Test
  void spectra_killedAfterEachWrite_areMadeGoodByTheNextRun() throws IOException {
    change();
    List<Remains> deaths = sweep.deaths(before, Duration.ZERO, registerSpectra);
    assertKillsAreMany(deaths);
    assertThat(deaths.stream().flatMap(RegisterSweepTest::coming).distinct())
        .as("refused, twin, waiting, and those refused for damage or waiting without an object")
        .hasSize(5);
    assertMadeGood(deaths, "spectra");

    changeAgain();
    assertMadeGood(deaths, "spectra that change again");
  }

  /** The products of which other bytes are to come. */
  private static Stream<String> coming(Remains death) {
    return death.items().stream()
        .filter(item -> item.text("coming_sha256") != null)
        .map(item -> item.key().toString());
  }

  /** Valid ones stay as they are; others come with bytes that they never had. */
  private void change() throws IOException {
    source("refused.fits", sound.get(5));
    source("twin.fits", sound.get(6));
    source("waiting.fits", sound.get(7));
    source("new.fits", sound.get(8));
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(spectra.resolve("night.zip")))) {
      zip.putNextEntry(new ZipEntry("new too.fits"));
      zip.write(Files.readAllBytes(sound.get(9)));
      zip.putNextEntry(new ZipEntry("readme.txt"));
      zip.write("a night".getBytes(UTF_8));
    }
  }

  /** Also a valid one has other bytes now, which are refused, and one has again what it had. */
  private void changeAgain() throws IOException {
    source("valid.fits", sound.get(9));
    source("waiting.fits", sound.get(3));
    source("refused.fits", sound.get(7));
    source("new.fits", sound.get(5));
  }

  @Test
  void uploads_killedAfterEachWrite_areMadeGoodByTheNextRun() throws IOException {
    curve("new.csv", "2456523.5,4.8,V");
    curve("new too.csv", "2456524.5,4.9,V");
    List<Remains> deaths = sweep.deaths(before, Duration.ZERO, registerCurves);
    assertKillsAreMany(deaths);
    assertMadeGood(deaths, "uploads");
  }

  private void assertKillsAreMany(List<Remains> deaths) {
    Map<String, String> end = facts(deaths.get(deaths.size() - 1));
    Set<Integer> objects = deaths.stream().map(death -> death.objects().size()).collect(toSet());

    assertThat(deaths.stream().distinct().count()).isEqualTo(deaths.size());
    assertThat(objects).hasSizeGreaterThan(4);
    assertThat(deaths.stream().filter(death -> !facts(death).equals(end)).count())
        .isGreaterThan(deaths.size() / 2);
  }

  private void assertMadeGood(List<Remains> deaths, String what) {
    Map<String, String> undisturbed = facts(registered(before));
    Sweep.tried(deaths, "RegisterSweepTest, " + what)
        .forEach((write, death) -> assertMadeGood("after write " + write, death, undisturbed));
  }

  private void assertMadeGood(String when, Remains death, Map<String, String> undisturbed) {
    Remains end = sweep.after(registered(death), LATER, Mending::recover, this::verify);
    assertThat(Remains.differences(undisturbed, facts(end))).as(when).isEmpty();
    assertThat(found).as(when).isEmpty();

    Remains recovered = sweep.after(death, LATER, Mending::recover);
    assertThat(Remains.differences(undisturbed, facts(registered(recovered))))
        .as("recovered, " + when)
        .isEmpty();
    assertThat(Stream.of(death, recovered, end).flatMap(one -> one.validWithOtherBytes().stream()))
        .as(when)
        .isEmpty();
  }

  private void verify(Stores stores, JobRunId id, Clock clock) {
    found = Mending.verify(stores, clock);
  }

  /** How often an item was written is the way to the end. */
  private static Map<String, String> facts(Remains remains) {
    return remains.factsButVersions(WORKFLOWS);
  }
}
