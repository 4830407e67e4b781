package org.novacat.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.testing.Commands;
import org.novacat.layouts.id.ContentHash;

/** Objects that jobs made are lost, and made again. */
class RecoverLostTest {
  /** Keys of what can be made again from raw objects, but snapshots, which nobody points at. */
  private static final String DERIVED = "derived/|.*/(rows|split)/|.*manifest[.]json|quarantine/p";

  @TempDir private Path folder;
  private Commands commands;
  private Path bucket;

  @BeforeEach
  void make() throws IOException {
    SampleArchive archive = SampleArchive.write(folder.resolve("archive"), new SampleSpec(5, 2, 6));
    commands = new Commands(folder.resolve("workspace"));
    bucket = folder.resolve("workspace/buckets/nova-cat-private-data");
    Path curves = Files.createDirectory(folder.resolve("curves"));
    Files.writeString(
        curves.resolve("two.csv"),
        "star,JD,mag,band\nRS Oph,2453780.5,4.4,V\nV339 Del,2456520.5,4.5,V\nV339 Del,x,4,V\n");
    Files.writeString(curves.resolve("bad.csv"), "star,JD\nRS Oph,2453781.5\n");
    commands.novacat("nova", "add", "RS Oph").expect(ExitCode.OK);
    commands.novacat("nova", "add", "V339 Del").expect(ExitCode.OK);
    commands.novacat("register", archive.manifest().toString(), "--add-novae").expect(ExitCode.OK);
    commands.novacat("register", "--photometry", curves.toString()).expect(ExitCode.OK);
    ingest();
  }

  @Test
  void derivedObjectsThatAreMissing_areMadeAgain_asTheyWere() throws IOException {
    Map<String, String> before = derived();
    for (String key : before.keySet()) {
      Files.delete(bucket.resolve(key));
    }
    mend(before);
  }

  @Test
  void derivedObjectsThatChanged_areMadeAgain_asTheyWere() throws IOException {
    Map<String, String> before = derived();
    for (String key : before.keySet()) {
      byte[] bytes = Files.readAllBytes(bucket.resolve(key));
      bytes[bytes.length / 2] ^= 1;
      Files.write(bucket.resolve(key), bytes);
    }
    JsonNode shallow = commands.json("recover", "--dry-run").expect(ExitCode.OK).json();
    assertThat(shallow.get("spectra").asInt()).as("control: lengths are equal").isZero();
    mend(before);
  }

  private void mend(Map<String, String> before) throws IOException {
    assertThat(commands.json("verify", "--deep").expect(ExitCode.BUG).out())
        .contains("then 'novacat ingest-spectra'", "then 'novacat ingest-photometry'")
        .doesNotContain("register its source");

    String said = commands.novacat("recover", "--deep").expect(ExitCode.OK).out();
    JsonNode again = commands.json("recover", "--deep").expect(ExitCode.OK).json();
    ingest();

    assertThat(said).contains("to be read again by ingest-spectra");
    assertThat(again.at("/spectra/ended/done").asInt()).isZero();
    assertThat(again.at("/spectra/ended/unchanged").asInt()).isPositive();
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
    Map<String, String> lost = new TreeMap<>(before);
    // The quarantine of a decision has a folder named after when the upload began to wait.
    lost.keySet().removeIf(key -> key.startsWith("quarantine/"));
    assertThat(derived()).containsAllEntriesOf(lost);
  }

  private void ingest() {
    commands.novacat("ingest-spectra").expect(ExitCode.OK);
    commands.novacat("ingest-photometry").expect(ExitCode.OK);
  }

  private Map<String, String> derived() throws IOException {
    Map<String, String> objects = new TreeMap<>();
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(bucket)) {
      all.filter(Files::isRegularFile).forEach(files::add);
    }
    for (Path file : files) {
      String key = bucket.relativize(file).toString();
      if (key.matches("(" + DERIVED + ").*")) {
        objects.put(key, ContentHash.of(Files.readAllBytes(file)).hex());
      }
    }
    return objects;
  }
}
