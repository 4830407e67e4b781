package org.novacat.jobs.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.testing.Commands;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;

/** What manifests and sidecars say of the rights and the credit of spectra. */
class RegisteredRightsTest {
  @TempDir private Path folder;
  private Commands commands;

  @BeforeEach
  void writeSpectra() throws IOException {
    commands = new Commands(folder.resolve("workspace"));
    write("a.dat", TextSpectra.plain(1));
    write("b.dat", TextSpectra.plain(2));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private JsonNode register(String... rows) throws IOException {
    Path manifest = write("list.csv", String.join("\n", rows) + "\n");
    return commands
        .json("register", manifest.toString(), "--nova", "V838 Her")
        .expect(ExitCode.OK)
        .json();
  }

  private <T> T find(Function<Catalog, T> query) {
    try (Catalog catalog = commands.catalog(Clock.systemUTC())) {
      return query.apply(catalog);
    }
  }

  /** What items have, by the name of the file. */
  private Map<String, Rights> recorded() {
    return find(
        catalog -> {
          try (Stream<SpectraProduct> all = catalog.products().all()) {
            return all.collect(
                Collectors.toMap(
                    one -> one.locatorIdentity().replaceAll(".*/", ""), SpectraProduct::rights));
          }
        });
  }

  private List<WorkItem> queue() {
    return find(
        catalog -> {
          try (Stream<WorkItem> work = catalog.workQueue().list(WorkConsumer.BUNDLE)) {
            return work.toList();
          }
        });
  }

  private static Rights who(String rights) {
    return new Rights(rights, "", "", "", List.of(), "", "");
  }

  @Test
  void columns_areOnTheItem_andASidecarBeforeThem() throws IOException {
    write("a.dat.sidecar.json", "{\"licence\": \"CC BY 4.0\"}");

    JsonNode report =
        register(
            "locator,rights,licence,bibcode,doi,observers,acknowledgement,source_url",
            "a.dat,PRIVATE,MIT,2014ApJ...788...48S,doi:10.1000/182,A. One; B. Two,Thanks.,https://x.org/a",
            "b.dat,proprietary until 2099-01-31,,,,,,");

    assertThat(recorded())
        .containsEntry(
            "a.dat",
            new Rights(
                "PRIVATE",
                "CC-BY-4.0",
                "2014ApJ...788...48S",
                "10.1000/182",
                List.of("A. One", "B. Two"),
                "Thanks.",
                "https://x.org/a"))
        .containsEntry("b.dat", who("PROPRIETARY until 2099-01-31"));
    assertThat(report.get("metadata"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "a.dat: licence is 'CC-BY-4.0' in sidecar a.dat.sidecar.json, and 'MIT' in manifest list.csv line 2 is left");
  }

  @Test
  void wordsThatCannotBeUsed_rejectTheirFileAlone_andNothingOfItIsThere() throws IOException {
    write("c.dat", TextSpectra.plain(3));
    write("d.dat", TextSpectra.plain(4));
    write("b.dat.sidecar.json", "{\"rights\": \"PRIVAT\"}");
    write("c.dat.sidecar.json", "{\"rights\": [\"PRIVATE\"]}");

    JsonNode report =
        register(
            "locator,rights,bibcode",
            "a.dat,PRIVTE,",
            "b.dat,,",
            "c.dat,,",
            "d.dat,PRIVATE,",
            "e.dat,,2014");

    assertThat(report.get("look_at"))
        .extracting(one -> one.get("code").asText())
        .containsExactly("ROW_INVALID", "SIDECAR_INVALID", "SIDECAR_INVALID", "ROW_INVALID");
    assertThat(report.at("/look_at/0/message").asText())
        .contains("'PRIVTE'", "none of PUBLIC, PRIVATE");
    assertThat(recorded()).containsOnly(Map.entry("d.dat", who("PRIVATE")));
  }

  @Test
  void sameProductWithOtherRights_keepsTheWholeListOut() throws IOException {
    Path manifest = write("list.csv", "locator,rights\na.dat,\na.dat,PRIVATE\n");

    String why =
        commands
            .novacat("register", manifest.toString(), "--nova", "V838 Her")
            .expect(ExitCode.USAGE)
            .err();
    assertThat(why).contains("its rights are PRIVATE", "are PUBLIC in list.csv line 2");
    why =
        commands
            .novacat(
                "register",
                folder.resolve("a.dat").toString(),
                write("private.csv", "locator,rights\na.dat,PRIVATE\n").toString(),
                "--nova",
                "V838 Her")
            .expect(ExitCode.USAGE)
            .err();
    assertThat(why).contains("its rights are PRIVATE");

    assertThat(recorded()).isEmpty();
  }

  @Test
  void dryRun_saysWhatRightsWouldBeRecorded() throws IOException {
    String list =
        write("list.csv", "locator,rights,licence\na.dat,private,MIT\nb.dat,,\n").toString();
    commands.novacat("init").expect(ExitCode.OK);

    String table =
        commands.novacat("register", list, "--nova", "N", "--dry-run").expect(ExitCode.OK).out();
    JsonNode report =
        commands.json("register", list, "--nova", "N", "--dry-run").expect(ExitCode.OK).json();

    assertThat(table.lines())
        .anyMatch(line -> line.endsWith("a.dat  rights PRIVATE, licence MIT"))
        .anyMatch(line -> line.endsWith("b.dat"));
    assertThat(report.get("rights").toString()).isEqualTo("{\"PRIVATE\":1,\"not said\":1}");
  }

  @Test
  void fileOfARejectedRow_isNotRegisteredByAnotherSource() throws IOException {
    Path list = write("list.csv", "locator,rights\na.dat,PRIVTE\n");
    String file = folder.resolve("a.dat").toString();

    JsonNode report =
        commands.json("register", list.toString(), file, "--nova", "N").expect(ExitCode.OK).json();

    assertThat(report.get("look_at"))
        .extracting(one -> one.get("code").asText())
        .containsExactly("ROW_INVALID", "RIGHTS_CONFLICT");
    assertThat(recorded()).isEmpty();
  }

  @Test
  void listThatCannotBeRead_keepsEverythingOut_whereItSaysWhoMaySeeItsFiles() throws IOException {
    String list = write("list.csv", "locator,rights,nvoa\na.dat,PRIVATE,\n").toString();
    String file = folder.resolve("a.dat").toString();

    commands.novacat("register", list, file, "--nova", "N").expect(ExitCode.USAGE);

    assertThat(recorded()).isEmpty();
  }

  @Test
  void registeredAgain_keepsWhatIsNotSaid_andTakesWhatIsSaidOtherwise() throws IOException {
    register("locator,rights,licence", "a.dat,PRIVATE,MIT");
    commands.novacat("rights", "set", "a.dat", "--bibcode", "2014ApJ...788...48S");
    Rights before = recorded().get("a.dat");
    List<WorkItem> queue = queue();

    assertThat(register("locator", "a.dat").get("rights")).isEmpty();
    assertThat(register("locator,licence", "a.dat,MIT").get("rights")).isEmpty();
    assertThat(recorded()).containsEntry("a.dat", before);
    assertThat(queue()).as("nothing is due").isEqualTo(queue);

    JsonNode report = register("locator,licence", "a.dat,CC-BY-4.0");

    assertThat(report.at("/files/ended/unchanged").asInt()).isEqualTo(1);
    assertThat(report.at("/rights/0").asText())
        .isEqualTo("list.csv line 2: licence was 'MIT' and is 'CC-BY-4.0'");
    assertThat(report.get("put back")).isEmpty();
    assertThat(recorded().get("a.dat").licence()).isEqualTo("CC-BY-4.0");
    assertThat(recorded().get("a.dat").rights()).isEqualTo("PRIVATE");
    assertThat(recorded().get("a.dat").bibcode()).isEqualTo("2014ApJ...788...48S");
    assertThat(queue()).isNotEqualTo(queue).extracting(WorkItem::type).contains(DirtyType.RIGHTS);
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
  }

  @Test
  void otherBytesWithOtherRights_haveThemBoth() throws IOException {
    register("locator,licence", "a.dat,MIT");
    write("a.dat", TextSpectra.plain(7));

    JsonNode report = register("locator,rights", "a.dat,PRIVATE");

    assertThat(report.at("/files/ended/done").asInt()).isEqualTo(1);
    assertThat(report.get("rights")).hasSize(1);
    assertThat(recorded().get("a.dat"))
        .isEqualTo(new Rights("PRIVATE", "MIT", "", "", List.of(), "", ""));
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
  }

  @Test
  void rowOfAnArchive_holdsForItsMembers_butForWhatASidecarSays() throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("night.zip")))) {
      put(zip, "one.dat", TextSpectra.plain(1));
      put(zip, "one.dat.sidecar.json", TextSpectra.SIDECAR);
      put(zip, "two.dat", TextSpectra.plain(2));
      put(zip, "two.dat.sidecar.json", "{\"flux_unit\": \"Jy\", \"licence\": \"CC0-1.0\"}");
    }

    JsonNode report = register("locator,rights,licence", "night.zip,PRIVATE,MIT");

    assertThat(recorded().get("one.dat"))
        .isEqualTo(new Rights("PRIVATE", "MIT", "", "", List.of(), "", ""));
    assertThat(recorded().get("two.dat"))
        .isEqualTo(new Rights("PRIVATE", "CC0-1.0", "", "", List.of(), "", ""));
    assertThat(report.get("metadata").toString()).contains("licence is 'CC0-1.0' in sidecar");
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
  }

  /** A workspace that is made anew from the bucket of another does not make public what was not. */
  @Test
  void sourceDocument_saysItAgain_whereTheBucketIsRegistered() throws IOException {
    register("locator,rights,observers", "a.dat,PRIVATE,A. One; B. Two");
    register("locator,licence", "a.dat,MIT");
    Path raw = commands.workspace().resolve("buckets/nova-cat-private-data/raw");
    Path copy = folder.resolve("copy");
    try (Stream<Path> all = Files.walk(raw)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        Path to = copy.resolve(raw.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    Commands anew = new Commands(folder.resolve("anew"));
    anew.novacat("register", copy.toString(), "--nova", "V838 Her").expect(ExitCode.OK);

    commands = anew;
    assertThat(recorded().values())
        .containsExactly(new Rights("PRIVATE", "MIT", "", "", List.of("A. One", "B. Two"), "", ""));
  }
}
