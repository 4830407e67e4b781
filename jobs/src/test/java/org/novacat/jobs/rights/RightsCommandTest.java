package org.novacat.jobs.rights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.testing.Commands;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;

/** Two spectra that are registered and not validated, and an upload of photometry. */
class RightsCommandTest {
  @TempDir private Path folder;
  private Commands commands;

  @BeforeEach
  void register() throws IOException {
    commands = new Commands(folder.resolve("workspace"));
    commands.novacat("nova", "add", "V339 Del").expect(ExitCode.OK);
    spectrum("one.csv", "aras");
    spectrum("two.csv", "local");
    Path curve = Files.writeString(folder.resolve("curve.csv"), "JD,V\n2456520.5,4.5\n");
    commands
        .novacat("register", "--photometry", curve.toString(), "--nova", "V339 Del")
        .expect(ExitCode.OK);
  }

  private void spectrum(String name, String provider) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve(name),
            "wavelength,flux\n4000," + name.length() + provider.length() + "\n4001,2\n");
    commands
        .novacat("register", file.toString(), "--nova", "V339 Del", "--provider", provider)
        .expect(ExitCode.OK);
  }

  private List<JsonNode> shown(String what) {
    return commands.json("rights", "show", what).expect(ExitCode.OK).jsonLines();
  }

  /** What whoever makes bundles has to see. */
  private List<WorkItem> queue() {
    try (Catalog catalog = commands.catalog(Clock.systemUTC());
        Stream<WorkItem> work = catalog.workQueue().list(WorkConsumer.BUNDLE)) {
      return work.toList();
    }
  }

  private IngestFileId upload() {
    try (Catalog catalog = commands.catalog(Clock.systemUTC())) {
      return catalog.uploads().list().findFirst().orElseThrow().id();
    }
  }

  @Test
  void nova_showsEachSpectrumWithTheOriginOfItsFacts() {
    List<JsonNode> shown = shown("V339 Del");

    assertThat(shown)
        .extracting(one -> one.get("provider").asText())
        .containsExactly("aras", "local");
    assertThat(shown.get(0).at("/bibcode/value").asText()).isEqualTo("2019CoSka..49..217T");
    assertThat(shown.get(0).at("/bibcode/origin").asText()).isEqualTo("provider");
    assertThat(shown.get(1).at("/licence/value").asText()).isEqualTo("not stated");
    assertThat(shown.get(1).at("/licence/origin").asText()).isEqualTo("nobody");
    assertThat(commands.novacat("rights", "show", "one.csv").expect(ExitCode.OK).out())
        .contains("licence")
        .contains("not stated  (nobody)")
        .contains("(provider)");
  }

  @Test
  void set_changesWhatIsSaid_keepsTheRest_andTheNovaIsDue() {
    commands
        .novacat(
            "rights",
            "set",
            "one.csv",
            "--licence",
            "cc by 4.0",
            "--observer",
            "A",
            "--observer",
            "B")
        .expect(ExitCode.OK);

    JsonNode changed =
        commands
            .json(
                "rights",
                "set",
                "one.csv",
                "--rights",
                "proprietary until 2027-06-30",
                "--doi",
                "https://doi.org/10.1000/182")
            .expect(ExitCode.OK)
            .json();

    assertThat(changed.get("change").asText()).isEqualTo("changed");
    assertThat(changed.get("novae_due")).hasSize(1);
    assertThat(queue()).extracting(WorkItem::type).contains(DirtyType.RIGHTS);
    JsonNode shown = shown("one.csv").get(0);
    assertThat(shown.at("/rights/value").asText()).isEqualTo("PROPRIETARY until 2027-06-30");
    assertThat(shown.at("/licence/value").asText()).isEqualTo("CC-BY-4.0");
    assertThat(shown.at("/doi/value").asText()).isEqualTo("10.1000/182");
    assertThat(shown.at("/observers/value")).extracting(JsonNode::asText).containsExactly("A", "B");
    assertThat(shown.at("/bibcode/value").asText()).isEmpty();
  }

  @Test
  void clear_takesBackWhatWasSaid() {
    commands
        .novacat("rights", "set", "one.csv", "--bibcode", "2014ApJ...788...48S")
        .expect(ExitCode.OK);

    commands.novacat("rights", "set", "one.csv", "--clear", "bibcode").expect(ExitCode.OK);

    assertThat(shown("one.csv").get(0).at("/bibcode/origin").asText()).isEqualTo("provider");
  }

  @Test
  void sayingTheSame_andDryRun_writeNothing() {
    String[] words = {
      "rights", "set", "--nova", "V339 Del", "--provider", "aras", "--licence", "MIT"
    };
    JsonNode dry =
        commands.json("rights", "set", "one.csv", "--licence", "MIT", "--dry-run").json();
    assertThat(dry.get("change").asText()).isEqualTo("would be changed");
    assertThat(dry.at("/licence/value").asText()).isEqualTo("MIT");
    assertThat(shown("one.csv").get(0).at("/licence/origin").asText()).isEqualTo("nobody");

    assertThat(commands.json(words).json().get("change").asText()).isEqualTo("changed");
    List<WorkItem> queue = queue();
    assertThat(commands.json(words).json().get("change").asText()).isEqualTo("unchanged");

    assertThat(queue()).isEqualTo(queue);
    assertThat(shown("two.csv").get(0).at("/licence/origin").asText()).isEqualTo("nobody");
  }

  @Test
  void upload_isSetByItsId() {
    String id = upload().toString();

    commands
        .novacat("rights", "set", id, "--acknowledgement", "Thanks to all.")
        .expect(ExitCode.OK);

    assertThat(shown(id).get(0).at("/acknowledgement/value").asText()).isEqualTo("Thanks to all.");
    assertThat(shown(id).get(0).get("ingest_file_id").asText()).isEqualTo(id);
  }

  @Test
  void wrongWords_changeNothing() {
    refused("none of PUBLIC", "rights", "set", "one.csv", "--rights", "secret");
    refused("nothing is said", "rights", "set", "one.csv");
    refused("give IDs, or --nova", "rights", "set", "--licence", "MIT");
    refused("not one of 19", "rights", "set", "one.csv", "--bibcode", "2014");
    refused("it is none", "rights", "set", "one.csv", "--doi", "doi");
    refused("no address", "rights", "set", "one.csv", "--source-url", "javascript:x");
    String secret = "Cannot record source: its address has a user or a password (leave them out)";
    refused(secret, "rights", "set", "one.csv", "--source-url", "https://user:pw@host/x");
    refused(secret, "rights", "set", "one.csv", "--source-url", "https://user:p w@host/x");
    refused("(write one of these)", "rights", "set", "one.csv", "--rights", "PRIVAT");
    refused(
        "said and taken back", "rights", "set", "one.csv", "--doi", "10.1000/1", "--clear", "doi");
    refused("Cannot find spectrum", "rights", "set", "one.csv", "no-such", "--licence", "MIT");

    assertThat(shown("one.csv").get(0).at("/licence/origin").asText()).isEqualTo("nobody");
  }

  private void refused(String why, String... words) {
    assertThat(commands.novacat(words).expect(ExitCode.USAGE).err()).contains(why);
  }
}
