package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.layouts.testing.Machine;

/** The commands where digits, case and days are other than here; what they store is the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignMachineIT {
  private static final String FIRST_DAY_OF_ALL = "Pacific/Kiritimati";

  private Path folder;
  private SampleArchive archive;
  private Workspace novae;
  private Workspace registered;
  private Snapshot registeredAtHome;
  private Snapshot ingestedAtHome;

  @BeforeAll
  void ingestAtHome(@TempDir Path temporary) throws IOException {
    folder = temporary;
    archive = SampleArchive.write(folder.resolve("archive"), new SampleSpec(5, 2, 6));
    novae = new Workspace(folder.resolve("novae"));
    SampleWorkspace.addNovae(novae, archive);
    registered = novae.copyTo(folder.resolve("registered"));
    SampleWorkspace.register(registered, archive);
    registeredAtHome = Snapshot.of(registered);
    Workspace ingested = registered.copyTo(folder.resolve("ingested"));
    ingested.succeed("ingest-spectra");
    ingestedAtHome = Snapshot.of(ingested);
  }

  @ParameterizedTest
  @CsvSource({"ar, EG", "tr, TR", "hi, IN"})
  void storedBytes_areThoseOfHome(String language, String country) {
    Machine abroad = new Machine(language, country, FIRST_DAY_OF_ALL);
    Workspace registering = novae.copyTo(folder.resolve("registering-" + language));
    Workspace ingesting = registered.copyTo(folder.resolve("ingesting-" + language));

    run(registering, abroad, "register", archive.manifest().toString());
    run(ingesting, abroad, "ingest-spectra");
    Ran runs = run(ingesting, abroad, "runs", "--output", "json");

    assertThat(registeredAtHome.differencesFrom(Snapshot.of(registering))).isEmpty();
    assertThat(ingestedAtHome.differencesFrom(Snapshot.of(ingesting))).isEmpty();
    assertThat(runs.out()).isNotBlank().doesNotContainPattern("[\\p{Nd}&&[^0-9]]");
  }

  /** The control: in such a locale a format does write otherwise, if one lets it. */
  @Test
  void formatOfThatLocale_isArabic() {
    Locale there = new Locale("ar", "EG");

    assertThat(String.format(there, "%d", 12)).isEqualTo("\u0661\u0662");
  }

  private static Ran run(Workspace workspace, Machine machine, String... command) {
    try (Driver driver = workspace.start(machine, command)) {
      return driver.ended().expect(ExitCode.OK);
    }
  }
}
