package org.novacat.jobs.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.archive.Mending;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.spectra.SpectraIngest;
import org.novacat.jobs.testing.Remains;
import org.novacat.jobs.testing.Sweep;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.nova.NewNova;

/**
 * A register of spectra that are text, of which something else is stated than before, of a valid
 * one by its restating. It is killed after each of its writes: before and after the raw object,
 * {@code source.json}, the item that says that it changes, and the item that has changed. Another
 * one follows, some after a recover: the end is that of one that nobody disturbed.
 */
class RegisterTextSweepTest {
  private static final Duration LATER = Duration.ofMinutes(5);
  private static final String NOVA = "V838 Her";
  private static final String[] WORKFLOWS = {
    "acquire_and_validate_spectra", "recover", "register_raw_files"
  };

  @TempDir private Path folder;
  private Path spectra;
  private Sweep sweep;
  private Sweep.Run register;
  private Remains before;
  private List<String> found = List.of();

  @BeforeEach
  void makeWhatIsKnown() throws IOException {
    spectra = Files.createDirectory(folder.resolve("spectra"));
    sweep = new Sweep(folder);
    register = Sources.restating(spectra, NOVA);
    write("valid.csv", TextSpectra.plain(1).replace(' ', ','), TextSpectra.SIDECAR);
    write("refused.dat", TextSpectra.plain(2), "{\"flux_unit\": \"erg/s/cm2/Angstrom\"}");
    before =
        sweep.after(
            Sweep.nothing(), LATER, RegisterTextSweepTest::addNova, register, SpectraIngest::run);
    write("waiting.txt", TextSpectra.plain(3), "{\"observer\": \"one\"}");
    before = sweep.after(before, LATER, register);
    write("refused.dat", TextSpectra.plain(2), TextSpectra.SIDECAR);
    write(
        "valid.csv",
        TextSpectra.plain(1).replace(' ', ','),
        TextSpectra.SIDECAR.replace("1991", "1992"));
    write("waiting.txt", TextSpectra.plain(3), "{\"observer\": \"another\"}");
    write("new.asci", TextSpectra.plain(4), TextSpectra.SIDECAR);
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(spectra.resolve("night.zip")))) {
      put(zip, "n.txt", TextSpectra.plain(5));
      put(zip, "n.txt.sidecar.json", TextSpectra.SIDECAR);
    }
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
  }

  private void write(String name, String text, String sidecar) throws IOException {
    Files.writeString(spectra.resolve(name), text);
    Files.writeString(spectra.resolve(name + ".sidecar.json"), sidecar);
  }

  private static void addNova(Stores stores, JobRunId id, Clock clock) {
    stores.catalog().novae().add(NewNova.named(NOVA));
  }

  @Test
  void killAfterEachWrite_isMadeGoodByTheNextRun() {
    List<Remains> deaths = sweep.deaths(before, Duration.ZERO, register);
    assertThat(deaths.stream().flatMap(RegisterTextSweepTest::coming).distinct())
        .as("what is stated of refused and of waiting changes")
        .hasSize(2);
    Map<String, String> undisturbed = facts(sweep.after(before, LATER, register));

    Sweep.tried(deaths, "RegisterTextSweepTest")
        .forEach((write, death) -> assertMadeGood("after write " + write, death, undisturbed));
  }

  private static Stream<String> coming(Remains death) {
    return death.items().stream()
        .filter(item -> item.text("coming_sha256") != null)
        .map(item -> item.key().toString());
  }

  private void assertMadeGood(String when, Remains death, Map<String, String> undisturbed) {
    Remains end = sweep.after(death, LATER, register, Mending::recover, this::verify);
    assertThat(Remains.differences(undisturbed, facts(end))).as(when).isEmpty();
    assertThat(found).as(when).isEmpty();
    Remains recovered = sweep.after(death, LATER, Mending::recover, register);
    assertThat(Remains.differences(undisturbed, facts(recovered)))
        .as("recovered, " + when)
        .isEmpty();
  }

  private void verify(Stores stores, JobRunId id, Clock clock) {
    found = Mending.verify(stores, clock);
  }

  private static Map<String, String> facts(Remains remains) {
    return remains.factsButVersions(WORKFLOWS);
  }
}
