package org.novacat.jobs.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.publish.record.CurrentPages;
import org.novacat.jobs.publish.record.FilesList;
import org.novacat.jobs.publish.record.ReleaseFile;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.samples.SampleNova;
import org.novacat.jobs.samples.photometry.CurveArchive;
import org.novacat.jobs.testing.Commands;
import org.novacat.jobs.testing.Ran;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;

/** An archive that is published, with what tests ask of it. */
abstract class PublishedArchive {
  @TempDir static Path folder;

  /** A nova that has nothing that everybody may see. */
  static final String HIDDEN = "V9999 Hid";

  /** A nova that has a row which is for nobody else to see, among others. */
  static String partly;

  static Commands commands;
  static Path site;

  @BeforeAll
  static void bringIn() throws IOException {
    SampleArchive archive =
        SampleArchive.write(folder.resolve("samples"), new SampleSpec(7, 2, 12));
    CurveArchive curves = CurveArchive.write(folder.resolve("curves"), 7, archive.novae());
    commands = new Commands(folder.resolve("workspace"));
    site = folder.resolve("workspace/buckets/nova-cat-public-site");
    commands.novacat("init").expect(ExitCode.OK);
    for (SampleNova nova : archive.novae()) {
      commands
          .novacat(
              "nova", "add", nova.name(), "--ra", "" + nova.raDeg(), "--dec", "" + nova.decDeg())
          .expect(ExitCode.OK);
    }
    commands.novacat("register", archive.manifest().toString());
    commands.novacat("ingest-spectra").expect(ExitCode.OK);
    commands.novacat("register", "--photometry", curves.folder().toString());
    commands.novacat("nova", "add", HIDDEN).expect(ExitCode.OK);
    partly = archive.novae().get(0).name();
    ofOne(partly, "own.csv", 2456540.5);
    ofOne(HIDDEN, "hidden.csv", 2456541.5);
    commands.novacat("ingest-photometry").expect(ExitCode.OK);
  }

  /** An upload of one row, which is for nobody else to see though its file may be known. */
  static void ofOne(String nova, String name, double jd) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "JD,mag,err,band\n" + jd + ",9,0.1,V\n");
    Files.writeString(file.resolveSibling(name + ".sidecar.json"), "{\"rights\": \"proprietary\"}");
    commands
        .novacat("register", "--photometry", file.toString(), "--nova", nova)
        .expect(ExitCode.OK);
  }

  static Ran publish(String... words) {
    return commands.json(
        Stream.concat(Stream.of("publish"), Stream.of(words)).toArray(String[]::new));
  }

  static CurrentPages current() throws IOException {
    return CurrentPages.read(Files.readAllBytes(site.resolve("current/release.json")))
        .orElseThrow();
  }

  static Path root(String release) {
    return site.resolve("releases").resolve(release);
  }

  static SortedMap<String, ReleaseUnit> units(String release) throws IOException {
    try (InputStream in = Files.newInputStream(root(release).resolve("files.jsonl"))) {
      return FilesList.read(in);
    }
  }

  static Map<String, String> hashes(String release) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (ReleaseUnit unit : units(release).values()) {
      for (ReleaseFile file : unit.files()) {
        hashes.put(file.path(), file.sha256().hex());
      }
    }
    return hashes;
  }

  static Map<String, String> there(String release) throws IOException {
    Map<String, String> there = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root(release)).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        String path = root(release).relativize(file).toString();
        there.put(path, ContentHash.of(Files.readAllBytes(file)).hex());
      }
    }
    there.remove("files.jsonl");
    return there;
  }

  /** Has the next run look, though nothing is otherwise. */
  static void touch() {
    try (Catalog catalog = commands.catalog(Clock.systemUTC())) {
      NovaId nova = catalog.novae().list().findFirst().orElseThrow().id();
      catalog.workQueue().put(nova, DirtyType.OBJECTS, WorkConsumer.RELEASE);
    }
  }

  static String status(Ran ran) {
    return ran.expect(ExitCode.OK).json().get("status").asText();
  }
}
