package org.novacat.spectral.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novacat.spectral.Manifest;
import org.novacat.spectral.SpectralStore;
import org.novacat.spectral.testing.MemoryFiles;
import org.novacat.spectral.testing.SampleStore;

/** What lies beside the arrays: the manifest and the index, whole and damaged. */
class ValidatorFilesTest {
  private static final int SPECTRA = 6;

  private final SampleStore sample = new SampleStore(SPECTRA, 8);

  private ValidationReport validate() {
    return SpectralValidator.validate(sample.write());
  }

  private List<SpectralCheck> failed() {
    return validate().ended(CheckResult.Outcome.FAILED).stream().map(CheckResult::check).toList();
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }

  @Test
  void manifestOfAnotherNumberOfSpectra_isAFailedCheck() {
    sample.damage(
        f -> {
          Manifest manifest = Manifest.parse(f.read(SpectralStore.MANIFEST).get());
          Manifest other = new Manifest("r", SPECTRA + 1, manifest.objects());
          f.put(SpectralStore.MANIFEST, ByteBuffer.wrap(other.json()));
        });

    assertThat(validate().result(SpectralCheck.MANIFEST).sentence())
        .isEqualTo("it has 7 spectra, and N_spec is 6");
  }

  @Test
  void chunkOfAnotherContent_isToldByItsChecksum() {
    sample.damage(
        f -> f.put("metadata/spec_id/0", ByteBuffer.wrap(f.read("metadata/h0_object/0").get())));

    assertThat(validate().result(SpectralCheck.MANIFEST).sentence())
        .startsWith("'metadata/spec_id/0' has ");
  }

  @Test
  void objectThatIsNotListed_isTold() {
    sample.damage(f -> f.put("signal/flux_raw/7.0", bytes("x")));

    assertThat(validate().result(SpectralCheck.MANIFEST).sentence())
        .isEqualTo("'signal/flux_raw/7.0' is not in the manifest");
  }

  @Test
  void documentsOfTheRoot_mayBeListedOrNot() {
    sample.damage(
        f ->
            f.put(
                SpectralStore.MANIFEST,
                ByteBuffer.wrap(
                    new Manifest(
                            "r",
                            SPECTRA,
                            Manifest.parse(f.read(SpectralStore.MANIFEST).get()).objects().stream()
                                .filter(o -> !Manifest.FREE.contains(o.path()))
                                .toList())
                        .json())));

    assertThat(failed()).isEmpty();
  }

  @Test
  void manifestThatIsDamaged_isAFailedCheck() {
    sample.damage(f -> f.put(SpectralStore.MANIFEST, bytes("{")));

    assertThat(failed()).containsExactly(SpectralCheck.MANIFEST);
  }

  /** Cut anywhere, the index is a failed check, and nothing else is thrown. */
  @Test
  void indexThatIsDamaged_isAFailedCheck() {
    MemoryFiles files = sample.damage(f -> f.remove(SpectralStore.MANIFEST)).write();
    byte[] whole = files.read(SpectralStore.INDEX).orElseThrow();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      files.put(SpectralStore.INDEX, ByteBuffer.wrap(whole, 0, random.nextInt(whole.length)));

      assertThat(SpectralValidator.validate(files).result(SpectralCheck.INDEX).outcome())
          .as("seed %s, round %s", seed, i)
          .isEqualTo(CheckResult.Outcome.FAILED);
    }
  }

  @Test
  void idsOfTheIndex_areOfAnotherType() {
    sample.index.put("spec_id", new ArrayList<>(List.of(0L, 1L, 2L, 3L, 4L, 5L)));

    assertThat(failed()).containsExactly(SpectralCheck.INDEX_SPEC_IDS);
  }

  @Test
  void idThatIsEmpty_isTold() {
    List<String> ids = new ArrayList<>(IntStream.range(0, SPECTRA).mapToObj(i -> "s" + i).toList());
    ids.set(4, "");
    sample.array(SpectralStore.SPEC_ID, ids);
    sample.index.get("spec_id").set(4, null);

    assertThat(failed()).containsExactly(SpectralCheck.SPEC_IDS);
  }
}
