package org.novacat.jobs.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.samples.BulkArchive.BulkSpec;
import org.novacat.jobs.samples.SampleFile.Expected;
import org.novacat.layouts.id.ContentHash;

class BulkArchiveTest {
  @Test
  void files_areManyAlikeInSizeAndNoTwoTheSame(@TempDir Path folder) throws IOException {
    SampleArchive archive = BulkArchive.write(folder, new BulkSpec(7, 30, 4));

    assertThat(archive.novae()).hasSize(4);
    assertThat(archive.files()).hasSize(30).allMatch(f -> f.expected() instanceof Expected.Valid);
    assertThat(archive.files()).extracting(SampleFile::promised).doesNotHaveDuplicates();
    for (SampleFile file : archive.files()) {
      byte[] bytes = Files.readAllBytes(folder.resolve(file.locator()));
      assertThat(bytes.length).isBetween(190_000, 210_000);
      assertThat(ContentHash.of(bytes)).isEqualTo(file.promised());
    }
  }

  @Test
  void smallFiles_areAsSmallAsAsked(@TempDir Path folder) throws IOException {
    SampleArchive archive = BulkArchive.write(folder, new BulkSpec(7, 8, 2, 20));

    assertThat(archive.files()).extracting(SampleFile::promised).doesNotHaveDuplicates();
    for (SampleFile file : archive.files()) {
      assertThat(Files.size(folder.resolve(file.locator()))).isBetween(17_000L, 32_000L);
    }
  }

  @Test
  void equalSeed_givesEqualBytes(@TempDir Path one, @TempDir Path two) throws IOException {
    BulkSpec spec = new BulkSpec(7, 9, 2);

    assertThat(BulkArchive.write(one, spec).files())
        .isEqualTo(BulkArchive.write(two, spec).files());
    assertThat(BulkArchive.write(two, new BulkSpec(8, 9, 2)).files())
        .extracting(SampleFile::promised)
        .doesNotContainAnyElementsOf(
            BulkArchive.write(one, spec).files().stream().map(SampleFile::promised).toList());
  }

  @Test
  void fewerFilesThanNovae_areStillAllMade(@TempDir Path folder) throws IOException {
    assertThat(BulkArchive.write(folder, new BulkSpec(7, 2, 5)).files()).hasSize(2);
  }

  @Test
  void emptySpecification_isRefused() {
    assertThatThrownBy(() -> new BulkSpec(1, 1, 1, 0))
        .hasMessage("Cannot make samples: files of 0 kB (give 1 to 100000)");
    assertThatThrownBy(() -> new BulkSpec(1, 0, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot make samples: 0 files of 5 novae (give at least 1 of both)");
  }
}
