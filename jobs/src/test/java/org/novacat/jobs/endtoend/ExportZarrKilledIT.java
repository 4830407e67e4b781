package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.testing.Commands;
import org.novacat.layouts.id.ContentHash;

/**
 * Drivers, and with them the tasks at work, killed with {@code kill -9} while they export: when the
 * draft is begun, when the first chunk is there, and when all but the manifest is. That nothing is
 * seen in part at any write of publishing is shown where that is done, in {@code
 * FolderPublisherTest} and {@code BucketPublisherTest}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportZarrKilledIT {
  private Path folder;
  private Workspace workspace;
  private SortedMap<String, ContentHash> undisturbed;

  @BeforeAll
  void exportUndisturbed(@TempDir Path temporary) throws IOException {
    folder = temporary;
    SampleArchive archive =
        SampleArchive.write(folder.resolve("archive"), new SampleSpec(7, 2, 30));
    workspace = new Workspace(folder.resolve("workspace"));
    SampleWorkspace.addNovae(workspace, archive);
    SampleWorkspace.register(workspace, archive);
    workspace.succeed("ingest-spectra");
    Path store = folder.resolve("undisturbed.zarr");
    workspace.succeed("export", "zarr", store.toString());
    undisturbed = hashes(store);
  }

  @ParameterizedTest
  @ValueSource(strings = {"signal/.zgroup", "signal/flux_raw/0.0", ".zmetadata"})
  void killedExport_isNeverSeenAndTheNextIsWhole(String object) {
    Path place = folder.resolve(object.replaceAll("\\W", "_") + ".zarr");
    Path drafts = Path.of(place + ".tmp");
    try (Driver driver = workspace.start("export", "zarr", place.toString())) {
      driver.await(object, () -> isThere(drafts, object));
      driver.kill();
    }
    boolean published = Files.exists(place);
    if (published) {
      assertThat(hashes(place)).isEqualTo(undisturbed);
      return;
    }
    assertThat(drafts).isDirectory();

    workspace.succeed("export", "zarr", place.toString());

    assertThat(hashes(place)).isEqualTo(undisturbed);
    assertThat(drafts).doesNotExist();
    Commands.run("zarr", "validate", place.toString()).expect(ExitCode.OK);
  }

  private static boolean isThere(Path drafts, String object) {
    if (!Files.isDirectory(drafts)) {
      return false;
    }
    try (Stream<Path> runs = Files.list(drafts)) {
      return runs.anyMatch(run -> Files.exists(run.resolve(object)));
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /** Of all files but those that say when it was made and by which run. */
  private static SortedMap<String, ContentHash> hashes(Path store) {
    SortedMap<String, ContentHash> hashes = new TreeMap<>();
    List<String> dated = List.of(".zattrs", ".zmetadata", "_manifest.json");
    try (Stream<Path> all = Files.walk(store)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = store.relativize(file).toString();
        if (!dated.contains(path)) {
          hashes.put(path, ContentHash.of(Files.readAllBytes(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hashes;
  }
}
