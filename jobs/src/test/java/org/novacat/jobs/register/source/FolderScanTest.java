package org.novacat.jobs.register.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private Candidates scan(Path... stores) {
    return SpectrumFolder.scan(folder, List.of(stores), "V339 Del", new Provider("local"));
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
