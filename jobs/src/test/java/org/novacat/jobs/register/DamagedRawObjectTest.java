package org.novacat.jobs.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.testing.Commands;
import org.novacat.persistence.embedded.EmbeddedTables;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Write;

/** Raw objects that are lost or changed: named by the ingest, and put back by a good source. */
class DamagedRawObjectTest {
  private static final String CURVE = "JD,mag,band\n2456520.5,4.4,V\n";

  @TempDir private Path folder;
  private Commands commands;
  private SampleArchive archive;

  private enum Damage {
    MISSING {
      @Override
      void on(Path object) throws IOException {
        Files.delete(object);
      }
    },
    CHANGED {
      @Override
      void on(Path object) throws IOException {
        byte[] bytes = Files.readAllBytes(object);
        bytes[bytes.length / 2] ^= 1;
        Files.write(object, bytes);
      }
    };

    abstract void on(Path object) throws IOException;
  }

  @BeforeEach
  void write() throws IOException {
    archive = SampleArchive.write(folder.resolve("archive"), new SampleSpec(3, 1, 2));
    commands = new Commands(folder.resolve("workspace"));
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void objectsOfWaitingSpectra_arePutBackByRegisteringThemAgain(Damage damage) throws IOException {
    register();
    Map<Path, byte[]> before = raw("primary.fits");
    damage.on(before.keySet().iterator().next());

    JsonNode again = register();

    assertThat(again.at("/files/ended/done").asInt()).isZero();
    assertThat(again.get("put back")).hasSize(1);
    assertSame(before, raw("primary.fits"));
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void whatSaysWhereBytesAreFrom_isPutBack(Damage damage) throws IOException {
    register();
    commands.novacat("ingest-spectra").expect(ExitCode.OK);
    damage.on(raw("source.json").keySet().iterator().next());
    commands.novacat("verify", "--deep").expect(ExitCode.BUG);

    assertThat(register().get("put back")).hasSize(1);

    commands.novacat("verify", "--deep").expect(ExitCode.OK);
    assertThat(register().get("put back")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void objectsOfSpectraThatAreValid_arePutBack_andTheVerdictStands(Damage damage)
      throws IOException {
    register();
    commands.novacat("ingest-spectra").expect(ExitCode.OK);
    JsonNode status = commands.json("status").json();
    Map<Path, byte[]> before = raw("primary.fits");
    for (Path object : before.keySet()) {
      damage.on(object);
    }

    assertThat(register().get("put back")).hasSameSizeAs(before.keySet());

    assertSame(before, raw("primary.fits"));
    assertThat(valid(commands.json("status").json())).isEqualTo(valid(status)).isPositive();
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void spectrumThatWasRefusedForTheDamage_waitsAgainOnceItIsPutBack(Damage damage)
      throws IOException {
    register();
    Map<Path, byte[]> before = raw("primary.fits");
    for (Path object : before.keySet()) {
      damage.on(object);
    }

    JsonNode damaged = commands.json("ingest-spectra").expect(ExitCode.DAMAGED).json();
    JsonNode again = register();
    JsonNode mended = commands.json("ingest-spectra").expect(ExitCode.OK).json();

    assertThat(damaged.at("/spectra/ended/done").asInt()).isZero();
    assertThat(damaged.get("look_at")).hasSize(before.size());
    assertThat(damaged.at("/look_at/0/code").asText()).isEqualTo("RAW_" + damage);
    assertThat(damaged.at("/look_at/0/message").asText())
        .contains(damage == Damage.MISSING ? "it is not there" : "its SHA-256 is");
    assertThat(again.get("put back")).hasSize(before.size());
    assertThat(mended.at("/spectra/planned").asInt()).isEqualTo(before.size());
    assertThat(mended.at("/spectra/ended/done").asInt()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void uploadThatWasRefusedForTheDamage_isInQuarantine_andAcceptedOnceItIsPutBack(Damage damage)
      throws IOException {
    Path curve = Files.writeString(folder.resolve("curve.csv"), CURVE);
    String[] register = {"register", "--photometry", curve.toString(), "--nova", "V339 Del"};
    commands.novacat(register).expect(ExitCode.OK);
    Map<Path, byte[]> before = raw("curve.csv");
    damage.on(before.keySet().iterator().next());

    JsonNode damaged = commands.json("ingest-photometry").expect(ExitCode.DAMAGED).json();
    String listed = commands.novacat("quarantine", "list").expect(ExitCode.OK).out();
    JsonNode idle = commands.json("ingest-photometry").expect(ExitCode.OK).json();
    JsonNode again = commands.json(register).expect(ExitCode.OK).json();
    JsonNode mended = commands.json("ingest-photometry").expect(ExitCode.OK).json();

    assertThat(damaged.at("/look_at/0/code").asText()).isEqualTo("RAW_" + damage);
    assertThat(listed).contains("RAW_" + damage);
    assertThat(idle.get("status").asText()).isEqualTo("NOTHING_TO_DO");
    assertThat(again.get("put back")).hasSize(1);
    assertSame(before, raw("curve.csv"));
    assertThat(mended.at("/uploads/ended/done").asInt()).isEqualTo(1);
  }

  /** As a run does that dies before it tells the table. */
  @Test
  void uploadWhoseObjectWasPutBack_andNobodyToldTheTable_waitsAgain() throws IOException {
    Path curve = Files.writeString(folder.resolve("curve.csv"), CURVE);
    String[] register = {"register", "--photometry", curve.toString(), "--nova", "V339 Del"};
    commands.novacat(register).expect(ExitCode.OK);
    Path object = raw("curve.csv").keySet().iterator().next();
    Files.delete(object);
    commands.novacat("ingest-photometry").expect(ExitCode.DAMAGED);
    Files.writeString(object, CURVE);

    JsonNode again = commands.json(register).expect(ExitCode.OK).json();
    JsonNode mended = commands.json("ingest-photometry").expect(ExitCode.OK).json();

    assertThat(again.get("put back")).isEmpty();
    assertThat(again.get("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(mended.at("/uploads/ended/done").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void archiveOfSpectra_isPutBack_andNothingElseChanges(Damage damage) throws IOException {
    String[] register = night();
    commands.novacat(register).expect(ExitCode.OK);
    Map<Path, byte[]> before = raw("archive.zip");
    assertThat(before).hasSize(1);
    damage.on(before.keySet().iterator().next());
    commands.novacat("verify", "--deep").expect(ExitCode.BUG);

    JsonNode again = commands.json(register).expect(ExitCode.OK).json();

    assertThat(again.get("put back")).hasSize(1);
    assertSame(before, raw("archive.zip"));
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
    assertThat(commands.json(register).json().get("put back")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void memberOfAnArchive_isPutBack(Damage damage) throws IOException {
    String[] register = night();
    commands.novacat(register).expect(ExitCode.OK);
    Map<Path, byte[]> before = raw("readme.txt");
    assertThat(before).hasSize(1);
    damage.on(before.keySet().iterator().next());
    commands.novacat("verify", "--deep").expect(ExitCode.BUG);

    commands.novacat(register).expect(ExitCode.OK);

    assertSame(before, raw("readme.txt"));
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
  }

  /** The items of an archive and of what is beside its spectra. */
  @Test
  void lostItemsOfAnArchive_areThereAgainOnceItIsRegistered() throws IOException {
    String[] register = night();
    commands.novacat(register).expect(ExitCode.OK);
    for (String role : List.of("ARCHIVE", "MEMBER", "SOURCE")) {
      try (Table table =
          new EmbeddedTables(commands.workspace().resolve("table"), "NovaCat").open()) {
        RawItem item =
            Pages.of(from -> table.scan(Scan.of("FILE#" + role), from)).findFirst().orElseThrow();
        table.write(new Write.Delete(item.key(), Condition.always()));
      }
      commands.novacat("verify").expect(ExitCode.BUG);

      JsonNode again = commands.json(register).expect(ExitCode.OK).json();

      assertThat(again.get("put back")).as(role).isEmpty();
      commands.novacat("verify", "--deep").expect(ExitCode.OK);
    }
  }

  /** The damage cannot even be kept as evidence; what else waits is worked on. */
  @Test
  void quarantineThatCannotBeWritten_postponesTheDamagedAlone() throws IOException {
    register();
    Path curve = Files.writeString(folder.resolve("curve.csv"), CURVE);
    Path other = Files.writeString(folder.resolve("other.csv"), CURVE.replace("4.4", "4.5"));
    for (Path one : List.of(curve, other)) {
      commands
          .novacat("register", "--photometry", one.toString(), "--nova", "V339 Del")
          .expect(ExitCode.OK);
    }
    Files.delete(raw("primary.fits").keySet().iterator().next());
    Files.delete(raw("curve.csv").keySet().iterator().next());
    Path bucket = commands.workspace().resolve("buckets/nova-cat-private-data");
    Files.writeString(bucket.resolve("quarantine"), "no folder");

    JsonNode spectra = commands.json("ingest-spectra").json();
    JsonNode photometry = commands.json("ingest-photometry").json();

    assertThat(spectra.at("/spectra/codes/postponed/STORE_FAILED").asInt()).isPositive();
    assertThat(spectra.at("/spectra/ended/done").asInt()).isPositive();
    assertThat(photometry.at("/uploads/codes/postponed/STORE_FAILED").asInt()).isEqualTo(1);
    assertThat(photometry.at("/uploads/ended/done").asInt()).isEqualTo(1);
  }

  private String[] night() throws IOException {
    Path zip = folder.resolve("night.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("a.fits"));
      out.write("no FITS, which does not matter here".getBytes(UTF_8));
      out.putNextEntry(new ZipEntry("readme.txt"));
      out.write("a night".getBytes(UTF_8));
    }
    commands.novacat("nova", "add", "V339 Del").expect(ExitCode.OK);
    return new String[] {"register", zip.toString(), "--nova", "V339 Del"};
  }

  /** A copy of the uploads' folder alone is no bucket, and known all the same. */
  @Test
  void copyOfUploads_isTheOriginalsAlone() throws IOException {
    Path curve = Files.writeString(folder.resolve("curve.csv"), CURVE);
    commands
        .novacat("register", "--photometry", curve.toString(), "--nova", "V339 Del")
        .expect(ExitCode.OK);
    commands.novacat("ingest-photometry").expect(ExitCode.OK);
    Path copy = folder.resolve("copy/uploads");
    Path upload = raw("manifest.json").keySet().iterator().next().getParent();
    for (String name : List.of("manifest.json", "original/curve.csv")) {
      Path file = copy.resolve(String.valueOf(upload.getFileName())).resolve(name);
      Files.createDirectories(file.getParent());
      Files.copy(upload.resolve(name), file);
    }

    JsonNode again =
        commands
            .json("register", "--photometry", copy.toString(), "--nova", "V339 Del")
            .expect(ExitCode.OK)
            .json();

    assertThat(again.at("/files/planned").asInt()).isEqualTo(1);
  }

  @Test
  void soundObjects_areLeftAlone() throws IOException {
    register();

    JsonNode again = register();

    assertThat(again.get("put back")).isEmpty();
    assertThat(again.get("status").asText()).isEqualTo("NOTHING_TO_DO");
  }

  private JsonNode register() {
    return commands
        .json("register", archive.manifest().toString(), "--add-novae")
        .expect(ExitCode.OK)
        .json();
  }

  private static long valid(JsonNode status) {
    return status.at("/by_state/VALID~1ACQUIRED~1NONE").asLong();
  }

  private Map<Path, byte[]> raw(String name) throws IOException {
    Map<Path, byte[]> found = new TreeMap<>();
    try (Stream<Path> files =
        Files.walk(commands.workspace().resolve("buckets/nova-cat-private-data/raw"))) {
      List<Path> named = files.filter(file -> file.endsWith(name)).toList();
      for (Path file : named) {
        found.put(file, Files.readAllBytes(file));
      }
    }
    return found;
  }

  private static void assertSame(Map<Path, byte[]> before, Map<Path, byte[]> after) {
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach(
        (file, bytes) -> assertThat(after.get(file)).as(file.toString()).isEqualTo(bytes));
  }
}
