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
import org.novacat.jobs.demo.SampleArchive;
import org.novacat.jobs.demo.SampleSpec;
import org.novacat.layouts.testing.Machine;

/** The commands where digits, case and days are other than here; what they store is the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignMachineIT {
  private static final String FIRST_DAY_OF_ALL = "Pacific/Kiritimati";

  private Path folder;
  private SampleArchive archive;
  private Workspace novae;
  private Snapshot undisturbed;

  @BeforeAll
  void ingestAtHome(@TempDir Path temporary) throws IOException {
    folder = temporary;
    archive = SampleArchive.write(folder.resolve("archive"), new SampleSpec(5, 2, 6));
    novae = new Workspace(folder.resolve("novae"));
    SampleWorkspace.addNovae(novae, archive);
    Workspace home = novae.copyTo(folder.resolve("home"));
    SampleWorkspace.register(home, archive);
    home.succeed("ingest-spectra");
    undisturbed = Snapshot.of(home);
  }

  @ParameterizedTest
  @CsvSource({"ar, EG", "tr, TR", "hi, IN"})
  void storedBytes_areThoseOfHome(String language, String country) {
    Machine abroad = new Machine(language, country, FIRST_DAY_OF_ALL);
    Workspace workspace = novae.copyTo(folder.resolve(language));

    run(workspace, abroad, "register", archive.manifest().toString());
    run(workspace, abroad, "ingest-spectra");
    Ran runs = run(workspace, abroad, "runs", "--output", "json");

    assertThat(undisturbed.differencesFrom(Snapshot.of(workspace))).isEmpty();
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
