package org.novacat.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chunks are those that the contract recommends. */
class ChunkShapeTest {
  @ParameterizedTest
  @CsvSource({
    "2000, 4000, 1024, 4000",
    "2000, 9999, 1024, 9999",
    "2000, 10000, 256, 4096",
    "300, 50000, 256, 4096",
    "12, 5, 12, 5",
    "3, 60000, 3, 4096",
    "5000000000, 100, 1024, 100"
  })
  void shape_isThatOfTheContract(long spectra, long samples, int rows, int columns) {
    assertThat(ChunkShape.of(spectra, samples)).isEqualTo(new ChunkShape(rows, columns));
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "5, 0"})
  void emptyStore_isRefused(long spectra, long samples) {
    assertThatThrownBy(() -> ChunkShape.of(spectra, samples))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot cut chunks: the store has %s spectra of %s samples (write a store of one or more)"
                .formatted(spectra, samples));
  }

  @Test
  void oneDimension_isOneChunkWhereItIsSmall() {
    assertThat(ChunkShape.ofOneDimension(70_000)).isEqualTo(65_536);
    assertThat(ChunkShape.ofOneDimension(7)).isEqualTo(7);
  }
}
