package org.novacat.spectral.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novacat.spectral.SpectralStore;
import org.novacat.spectral.testing.MemoryFiles;
import org.novacat.spectral.testing.SampleStore;

/** What is told of a store. */
class SpectralInfoTest {
  @Test
  void store_isToldBySizesUnitsAndCounts() throws Exception {
    SampleStore sample = new SampleStore(4, 5);
    sample.array(SpectralStore.SOURCE_TYPE, List.of("observed", "stacked", "observed", "emulator"));
    MemoryFiles files = sample.write();

    SpectralInfo info = SpectralInfo.of(files);

    assertThat(List.of(info.spectra(), info.samples())).containsExactly(4L, 5L);
    assertThat(info.grid()).isEqualTo("common");
    assertThat(info.sourceTypes()).containsEntry("observed", 2L).containsEntry("stacked", 1L);
    assertThat(info.metadataColumns()).contains("spec_id", "snr").doesNotContain("teff");
    SpectralInfo.ArrayInfo flux =
        info.arrays().stream()
            .filter(array -> array.path().equals(SpectralStore.SIGNAL_FLUX_RAW))
            .findFirst()
            .orElseThrow();
    assertThat(flux.rawBytes()).isEqualTo(4 * 4 * 5);
    assertThat(flux.storedBytes())
        .isEqualTo(files.read("signal/flux_raw/0.0").orElseThrow().length);
    assertThat(flux.chunksStored()).isEqualTo(1);
    assertThat(flux.compressor()).isEqualTo("blosc zstd, clevel 5, bitshuffle");
    JsonNode json = new ObjectMapper().readTree(info.json());
    assertThat(json.at("/n_spec").asInt()).isEqualTo(4);
    assertThat(json.at("/arrays").size()).isEqualTo(info.arrays().size());
    assertThat(info.text()).contains("signal/flux_raw", "<f4 [4, 5], chunks [4, 5]", "units '1'");
  }

  @Test
  void arrayThatCannotBeRead_isNamed() {
    MemoryFiles files =
        new SampleStore(4, 5)
            .then(SampleStore.replace("params/teff/.zarray", "<f4", "<M8[ns]"))
            .write();

    SpectralInfo info = SpectralInfo.of(files);

    assertThat(info.unreadable().get("params/teff")).contains("<M8[ns]");
    assertThat(info.text()).contains("cannot be read");
  }
}
