package org.novacat.jobs.samples;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.samples.SampleFile.Expected;
import org.novacat.jobs.samples.SampleFile.Expected.DuplicateOf;
import org.novacat.jobs.samples.SampleFile.Expected.NotRegistered;
import org.novacat.jobs.samples.SampleFile.Expected.Quarantined;
import org.novacat.jobs.samples.SampleFile.Expected.Valid;
import org.novacat.layouts.id.ContentHash;

class SampleArchiveTest {
  private static final SampleSpec SPEC = SampleSpec.demo(2101);

  @TempDir private static Path folder;
  private static SampleArchive archive;

  @BeforeAll
  static void writeArchive() throws IOException {
    archive = SampleArchive.write(folder, SPEC);
  }

  @Test
  void equalSeed_givesEqualBytes(@TempDir Path again) throws IOException {
    SampleArchive second = SampleArchive.write(again, SPEC);

    assertThat(second.files()).isEqualTo(archive.files());
    assertThat(second.novae()).isEqualTo(archive.novae());
    assertThat(hashes(again)).isEqualTo(hashes(folder));
  }

  @Test
  void otherSeed_givesOtherSpectra(@TempDir Path other) throws IOException {
    SampleArchive.write(other, SampleSpec.demo(2102));

    assertThat(hashes(other).values()).filteredOn(hashes(folder)::containsValue).isEmpty();
  }

  @Test
  void demo_hasSixtyFilesAtMost_andEveryOutcome() {
    assertThat(archive.novae()).hasSize(5).doesNotHaveDuplicates();
    assertThat(archive.files()).hasSizeBetween(40, 60);
    assertThat(outcomes(Valid.class)).hasSize(41);
    assertThat(outcomes(DuplicateOf.class)).hasSize(1);
    assertThat(outcomes(NotRegistered.class)).hasSize(1);
    assertThat(outcomes(Quarantined.class)).hasSize(Damage.values().length);
  }

  @Test
  void everyFormat_isThere() {
    assertThat(archive.files().stream().map(SampleFile::provider))
        .containsAll(Arrays.stream(SampleFormat.values()).map(SampleFormat::provider).toList());
    assertThat(archive.files().stream().map(SampleFile::locator))
        .anyMatch(name -> name.endsWith(".fits.gz"))
        .anyMatch(name -> name.endsWith(".fits.fz"))
        .anyMatch(name -> name.contains("/_samplenova"));
  }

  @Test
  void manifest_namesEveryFileByItsHash() throws IOException {
    List<NamedCsvRecord> lines;
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(archive.manifest())) {
      lines = csv.stream().toList();
    }

    assertThat(lines.get(0).getHeader())
        .containsExactly("nova", "provider", "product_key", "locator", "sha256");
    assertThat(lines).hasSameSizeAs(archive.files());
    for (NamedCsvRecord line : lines) {
      ContentHash hash = hash(folder.resolve(line.getField("locator")));
      boolean promiseKept = hash.hex().equals(line.getField("sha256"));
      assertThat(promiseKept).isEqualTo(!line.getField("locator").contains("other-bytes"));
    }
  }

  @Test
  void productKeys_areUniqueWithinTheirProvider() {
    assertThat(archive.files().stream().map(file -> file.provider() + "/" + file.productKey()))
        .doesNotHaveDuplicates();
  }

  @Test
  void duplicate_isTheOnlyFileWhoseBytesStandTwice() throws IOException {
    SampleFile copy = outcomes(DuplicateOf.class).get(0);
    SampleFile original =
        archive.files().stream()
            .filter(file -> copy.expected().equals(new DuplicateOf(file.productKey())))
            .findFirst()
            .orElseThrow();

    assertThat(original.expected()).isEqualTo(new Valid());
    assertThat(original.nova()).isEqualTo(copy.nova());
    assertThat(hash(folder.resolve(copy.locator())))
        .isEqualTo(hash(folder.resolve(original.locator())));
    assertThat(hashes(folder).values().stream().distinct()).hasSize(hashes(folder).size() - 1);
  }

  @Test
  void smallestArchive_stillHasTheDamagedFiles(@TempDir Path small) throws IOException {
    SampleArchive one = SampleArchive.write(small, new SampleSpec(1, 1, 1));

    assertThat(one.files()).hasSize(1 + Damage.values().length + 3);
    assertThat(one.files()).allMatch(file -> file.nova().equals("Sample Nova Cyg 2101"));
  }

  @Test
  void emptySpecification_isRefused() {
    assertThatThrownBy(() -> new SampleSpec(1, 0, 8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot make samples: 0 novae with 8 spectra each (give at least 1 of both)");
  }

  private static List<SampleFile> outcomes(Class<? extends Expected> outcome) {
    return archive.files().stream().filter(file -> outcome.isInstance(file.expected())).toList();
  }

  private static Map<String, ContentHash> hashes(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("manifest.csv"))
          .collect(
              toMap(
                  file -> root.relativize(file).toString(),
                  SampleArchiveTest::hash,
                  (a, b) -> a,
                  TreeMap::new));
    }
  }

  private static ContentHash hash(Path file) {
    try {
      return ContentHash.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
