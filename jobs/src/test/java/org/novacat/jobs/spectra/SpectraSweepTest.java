package org.novacat.jobs.spectra;

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
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.archive.Mending;
import org.novacat.jobs.register.Sources;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.samples.SampleFile.Expected;
import org.novacat.jobs.testing.Remains;
import org.novacat.jobs.testing.Sweep;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.nova.NewNova;
import org.novacat.persistence.table.RawItem;

/**
 * An ingest of spectra that is killed after each of its writes, and another one after it: the end
 * is that of one that nobody disturbed. So it is when sources change between the two.
 */
class SpectraSweepTest {
  private static final Duration LATER = Duration.ofMinutes(5);

  /** So many that one transaction cannot commit them all. */
  private static final int MORE = 11;

  private static final String NOVA = "V339 Del";
  private static final String[] WORKFLOWS = {
    IngestSpectra.WORKFLOW, "register_raw_files", "recover"
  };

  @TempDir private Path folder;
  private Path sources;
  private List<Path> sound;
  private Path damaged;
  private Sweep sweep;
  private Sweep.Run register;
  private Remains registered;
  private List<Remains> deaths;
  private List<String> found = List.of();

  @BeforeEach
  void recordAnIngest() throws IOException {
    SampleArchive samples =
        SampleArchive.write(folder.resolve("samples"), new SampleSpec(11, 1, 4 + MORE));
    sound = paths(samples, Expected.Valid.class);
    damaged = paths(samples, Expected.Quarantined.class).get(0);
    sources = Files.createDirectory(folder.resolve("sources"));
    register = Sources.spectra(sources, NOVA);
    source("changes.fits", sound.get(0));
    source("is mended.fits", damaged);
    source("is mended too.fits", damaged);
    source("spoils.fits", sound.get(1));
    source("twin.fits", sound.get(2));
    for (int n = 0; n < MORE; n++) {
      source("stays %s.fits".formatted(n), sound.get(2 + n));
    }
    sweep = new Sweep(folder);
    registered = sweep.after(Sweep.nothing(), Duration.ZERO, SpectraSweepTest::addNova, register);
    deaths = sweep.deaths(registered, Duration.ZERO, SpectraIngest::run);
  }

  private static List<Path> paths(SampleArchive samples, Class<? extends Expected> expected) {
    return samples.files().stream()
        .filter(file -> expected.isInstance(file.expected()))
        .map(file -> samples.manifest().resolveSibling(file.locator()))
        .toList();
  }

  private void source(String name, Path bytes) throws IOException {
    Files.copy(bytes, sources.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void killAfterEachWrite_isMadeGoodByTheNextRun() {
    Map<String, String> undisturbed = mended(registered).facts(WORKFLOWS);
    Sweep.tried(deaths, "SpectraSweepTest")
        .forEach(
            (write, death) -> {
              String when = "killed after write " + write;
              assertThat(death.validWithOtherBytes()).as(when).isEmpty();

              Remains end = mended(death);

              assertThat(Remains.differences(undisturbed, end.facts(WORKFLOWS))).as(when).isEmpty();
              assertThat(found).as(when).isEmpty();
            });
  }

  /** As if it had been killed before a verdict on the product, or after it. */
  @Test
  void sourcesThatChangeAfterTheKill_endAsTheyDoWhenNobodyIsKilled() throws IOException {
    source("changes.fits", sound.get(2 + MORE));
    source("is mended.fits", sound.get(3 + MORE));
    source("is mended too.fits", sound.get(4 + MORE));
    source("spoils.fits", damaged);
    Remains unread = mended(sweep.after(registered, LATER, register));
    Remains read = mended(sweep.after(end(), LATER, register));
    Sweep.tried(deaths, "SpectraSweepTest, sources change")
        .forEach(
            (write, death) -> {
              String when = "killed after write " + write;
              Remains changed = sweep.after(death, LATER, register);
              assertThat(changed.validWithOtherBytes()).as(when).isEmpty();

              Remains end = mended(changed);

              assertThat(found).as(when).allMatch(SpectraSweepTest::isUnused);
              for (String product : registered.products("UNVALIDATED").keySet()) {
                Remains same = isWaiting(death, product) ? unread : read;
                assertThat(
                        Remains.differences(
                            same.ofProduct(product, WORKFLOWS), end.ofProduct(product, WORKFLOWS)))
                    .as("product %s, %s", product, when)
                    .isEmpty();
              }
            });
  }

  private Remains mended(Remains death) {
    return sweep.after(death, LATER, SpectraIngest::run, Mending::recover, this::verify);
  }

  private void verify(Stores stores, JobRunId id, Clock clock) {
    found = Mending.verify(stores, clock);
  }

  /** Tasks that were killed have written objects of bytes that are no longer there. */
  private static boolean isUnused(String finding) {
    return finding.matches("OBJECT_UNUSED (derived|quarantine)/.*");
  }

  private static boolean isWaiting(Remains death, String product) {
    RawItem item = death.products("UNVALIDATED").get(product);
    return item != null && "ACQUIRE".equals(item.text("eligibility"));
  }

  private Remains end() {
    return deaths.get(deaths.size() - 1);
  }

  @Test
  void kills_areAtEachWriteOfDriverAndTasks() {
    Map<String, String> end = end().facts(WORKFLOWS);

    assertThat(registered.products("UNVALIDATED")).hasSize(5 + MORE);
    assertThat(deaths.stream().distinct().count()).isEqualTo(deaths.size());
    assertThat(numbers(death -> death.objects().size()))
        .as("three objects of each valid spectrum, two of each damaged one, plan and report")
        .hasSize(3 * (2 + MORE) + 2 * 2 + 2 + 1);
    assertThat(numbers(death -> death.products("VALID").size()))
        .as("killed between two transactions too")
        .contains(0, 2 + MORE)
        .hasSizeGreaterThan(2);
    assertThat(numbers(death -> death.products("QUARANTINED").size())).contains(0, 1, 2);
    assertThat(deaths.stream().filter(death -> !death.facts(WORKFLOWS).equals(end)).count())
        .isGreaterThan(deaths.size() / 2);
  }

  private Set<Integer> numbers(Function<Remains, Integer> of) {
    return deaths.stream().map(of).collect(toSet());
  }

  private static void addNova(Stores stores, JobRunId id, Clock clock) {
    stores.catalog().novae().add(NewNova.named(NOVA));
  }
}
