package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.samples.photometry.CurveArchive;
import org.novacat.jobs.testing.Commands;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.testing.FaultyProxy;
import org.novacat.persistence.testing.S3Servers;

/** What happens with a table when another bucket than its own is named, or its own is away. */
class OtherStoreIT {
  @TempDir private Path folder;
  private Workspace workspace;
  private SampleArchive archive;

  @BeforeEach
  void makeSamples() throws IOException {
    workspace = new Workspace(folder.resolve("workspace"));
    archive = SampleArchive.write(folder.resolve("samples"), new SampleSpec(7, 1, 2));
  }

  @Test
  void bucketThatHasNoneOfTheFiles_isRefused_andNothingGoesToQuarantine() throws IOException {
    CurveArchive curves = CurveArchive.write(folder.resolve("curves"), 7, archive.novae());
    workspace.succeed("init");
    SampleWorkspace.addNovae(workspace, archive);
    workspace.succeed("register", archive.manifest().toString());
    workspace.succeed("register", "--photometry", curves.folder().toString());
    String other = Files.createDirectories(folder.resolve("other")).toString();

    for (String job : new String[] {"ingest-spectra", "ingest-photometry"}) {
      Ran slip = workspace.novacat(job, "--store", other);
      assertThat(slip.expect(ExitCode.USAGE).err())
          .contains("Cannot use bucket 'other'", "give the --store of that one");
    }

    assertThat(workspace.succeed("ingest-spectra").out()).contains("valid");
    assertThat(workspace.succeed("ingest-photometry").out()).contains("accepted");
    assertThat(workspace.succeed("verify", "--deep").out()).doesNotContain("FAILED");
  }

  /** The control: the same files under another name are the same bucket. */
  @Test
  void bucketThatWasMoved_isUsed() throws IOException {
    workspace.succeed("init");
    SampleWorkspace.addNovae(workspace, archive);
    workspace.succeed("register", archive.manifest().toString());
    Path moved = folder.resolve("moved");
    Files.move(workspace.folder().resolve("buckets/nova-cat-private-data"), moved);

    workspace.succeed("ingest-spectra", "--store", moved.toString());

    assertThat(workspace.succeed("verify", "--deep", "--store", moved.toString()).out())
        .doesNotContain("FAILED");
    Files.move(moved, workspace.folder().resolve("buckets/nova-cat-private-data"));
  }

  /** The bucket does not answer; the table does, and keeps how the run ended. */
  @Test
  void interruptedWhileTheBucketIsWaitedFor_endsAtOnce_andIsRecorded() {
    StoreLocation bucket = S3Servers.unused();
    FaultyProxy way = new FaultyProxy(S3Servers.shared().endpoint(), 1);
    String[] stores = {
      "--store", bucket.toString(),
      "--s3-endpoint", way.endpoint().toString(),
      "--workspace", workspace.folder().toString()
    };
    Commands.run(with(stores, "init")).expect(ExitCode.OK);
    way.close();

    String[] job = {"register", archive.manifest().toString(), "--add-novae"};
    try (Driver run = Driver.start(workspace.folder(), with(stores, job))) {
      run.await("the run is recorded", () -> isRecorded("RUNNING"));
      Ran ended = run.signal("INT").ended();
      assertThat(ended.code()).as(ended.err()).isEqualTo(130);
      assertThat(ended.err()).doesNotContain("did not stop in time");
    }

    assertThat(isRecorded("INTERRUPTED")).isTrue();
  }

  /** Of the run that registers; that which adds a nova comes before it. */
  private boolean isRecorded(String status) {
    return workspace.table().of("JobRun").stream()
        .map(run -> run.attributes().toString())
        .anyMatch(run -> run.contains(status) && !run.contains("initialize_nova"));
  }

  private static String[] with(String[] options, String... words) {
    return Stream.concat(Stream.of(words), Stream.of(options)).toArray(String[]::new);
  }
}
