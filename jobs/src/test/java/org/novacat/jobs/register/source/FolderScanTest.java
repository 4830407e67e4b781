package org.novacat.jobs.register.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.layouts.id.Provider;

public class FolderScanTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    for (String name :
        new String[] {
          "b.fits", "_a.fit", "deep/c.FTS.gz", "d.zip", "notes.txt", "data/buckets/raw/primary.fits"
        }) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
  }

  @Test
  void fitsFilesAndArchives_areTaken_theRestIsNamed() {
    Candidates found = scan();

    assertThat(found.accepted())
        .extracting(Candidate::where)
        .containsExactly(
            path("_a.fit"),
            path("b.fits"),
            path("d.zip"),
            path("data/buckets/raw/primary.fits"),
            path("deep/c.FTS.gz"));
    assertThat(found.skipped())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.name()).isEqualTo("notes.txt");
              assertThat(one.code()).isEqualTo(SkipCode.NOT_A_SPECTRUM);
              assertThat(one.why()).isNotBlank();
            });
  }

  @Test
  void storesBelowTheFolder_arePassedOver() {
    Candidates found = scan(folder.resolve("data/buckets"));

    assertThat(found.accepted())
        .extracting(Candidate::where)
        .doesNotContain(path("data/buckets/raw/primary.fits"))
        .contains(path("b.fits"));
    assertThat(found.skipped())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.name()).isEqualTo("notes.txt");
              assertThat(one.code()).isEqualTo(SkipCode.NOT_A_SPECTRUM);
              assertThat(one.why()).isNotBlank();
            });
  }

  /** What is said of its files may stand in the part that could not be listed. */
  @Test
  void folderOfWhichAPartIsListed_hasNoFiles() throws IOException {
    FolderScan scan = new FolderScan(folder, List.of());
    BasicFileAttributes kind =
        Files.readAttributes(folder.resolve("b.fits"), BasicFileAttributes.class);
    scan.visitFile(folder.resolve("b.fits"), kind);
    scan.visitFile(folder.resolve("deep/c.FTS.gz"), kind);

    scan.postVisitDirectory(folder.resolve("deep"), new IOException("the disk fails"));

    assertThat(scan.listed().files()).containsExactly(folder.resolve("b.fits"));
    assertThat(scan.listed().rejected())
        .extracting(RejectedException.Rejection::code)
        .containsExactly(RejectCode.SOURCE_UNREACHABLE);
  }

  private Candidates scan(Path... stores) {
    return SpectrumFolder.scan(folder, List.of(stores), "V339 Del", new Provider("local"));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
