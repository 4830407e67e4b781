package org.novacat.jobs.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.run.FileTree;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.layouts.id.NovaId;

/**
 * The sample archive with bundles, for the tests of this package: taken in once for all classes
 * that a JVM runs.
 */
final class SampleBundles {
  private static @Nullable SampleBundles shared;

  final Path folder = Files.createTempDirectory("novacat-bundles");
  final SampleArchive samples;

  /** Taken in, and no bundle built. */
  final BundleArchive before;

  /** The same with its bundles. */
  final BundleArchive built;

  /** The name of a nova that has spectra and photometry. */
  final String first;

  /** The id of that one. */
  final NovaId nova;

  private int copies;

  private SampleBundles() throws IOException {
    samples = SampleArchive.write(folder.resolve("samples"), new SampleSpec(41, 3, 2));
    first = samples.novae().get(0).name();
    before = new BundleArchive(folder.resolve("before"));
    for (var one : samples.novae()) {
      before
          .commands
          .novacat("nova", "add", one.name(), "--ra", "" + one.raDeg(), "--dec", "" + one.decDeg())
          .expect(ExitCode.OK);
    }
    before.commands.novacat("register", samples.manifest().toString()).expect(ExitCode.OK);
    before.commands.novacat("ingest-spectra").expect(ExitCode.OK);
    Path uploads = Files.createDirectories(folder.resolve("uploads"));
    upload(uploads, "open.csv", "2456520.5,4.4", "2456521.5,4.6");
    upload(uploads, "closed.csv", "2456520.5,4.4", "2456530.5,7.77");
    before.commands.novacat("register", "--photometry", uploads.toString()).expect(ExitCode.OK);
    before.commands.novacat("ingest-photometry").expect(ExitCode.OK);
    built = before.copyTo(folder.resolve("built"));
    nova = built.id(first);
    assertThat(built.bundle().at("/bundles/ended/done").asInt()).isEqualTo(3);
  }

  static synchronized SampleBundles shared() throws IOException {
    SampleBundles known = shared;
    if (known == null) {
      known = new SampleBundles();
      Runtime.getRuntime().addShutdownHook(new Thread(known::remove));
      shared = known;
    }
    return known;
  }

  private void remove() {
    try {
      FileTree.remove(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void upload(Path uploads, String name, String... rows) throws IOException {
    StringBuilder text = new StringBuilder("star,JD,mag,err,band\n");
    for (String row : rows) {
      text.append(first).append(',').append(row).append(",0.1,V\n");
    }
    Files.writeString(uploads.resolve(name), text);
    // So that equal rows of both are one measurement.
    Files.writeString(
        uploads.resolve(name + ".sidecar.json"), "{\"bibcode\": \"2013ATel.5302....1T\"}");
  }

  /** An archive of its own that is as the one with bundles. */
  BundleArchive copy() {
    return built.copyTo(folder.resolve("copy-" + copies++));
  }

  /** A file of the first nova that is not in the archive. */
  Path third() throws IOException {
    Path more = folder.resolve("more");
    return more.resolve(
        SampleArchive.write(more, new SampleSpec(41, 1, 3)).files().get(2).locator());
  }

  /** The texts of an array. */
  static List<String> ids(JsonNode array) {
    List<String> ids = new ArrayList<>();
    array.forEach(id -> ids.add(id.asText()));
    return ids;
  }
}
