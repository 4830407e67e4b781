package org.novacat.jobs.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.jobs.spectra.PlansForTests.planned;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novacat.jobs.spark.Bin;
import org.novacat.layouts.testing.Seeded;

class BinTest {
  @Test
  void smallFiles_shareABin() {
    List<PlannedProduct> products =
        IntStream.range(0, 10).mapToObj(i -> planned("p" + i, 10)).toList();

    List<Bin<PlannedProduct>> bins = Bin.pack(products, new Bin.Size(35, 100));

    assertThat(bins).extracting(bin -> bin.pieces().size()).containsExactly(3, 3, 3, 1);
  }

  @Test
  void fileLargerThanABin_hasOneOfItsOwn() {
    List<Bin<PlannedProduct>> bins =
        Bin.pack(
            List.of(planned("a", 1), planned("b", 1000), planned("c", 1)), new Bin.Size(10, 100));

    assertThat(bins).extracting(bin -> bin.pieces().size()).containsExactly(1, 1, 1);
  }

  @Test
  void fewProducts_areSpreadOverTheCores() {
    assertThat(Bin.Size.of(53, 2).files()).isEqualTo(7);
    assertThat(Bin.Size.of(3, 8).files()).isEqualTo(1);
    assertThat(Bin.Size.of(100_000, 2)).isEqualTo(Bin.Size.STANDARD);
  }

  @Test
  void everyProduct_isInOneBin_inItsOrder() {
    Seeded.cases(
        1000,
        random -> {
          List<PlannedProduct> products =
              IntStream.range(0, random.nextInt(50))
                  .mapToObj(i -> planned("p" + i, random.nextInt(100)))
                  .toList();

          List<Bin<PlannedProduct>> bins =
              Bin.pack(products, new Bin.Size(1 + random.nextInt(200), 7));

          List<PlannedProduct> packed = new ArrayList<>();
          bins.forEach(bin -> packed.addAll(bin.pieces()));
          assertThat(packed).isEqualTo(products);
          assertThat(bins).noneMatch(bin -> bin.pieces().isEmpty());
          assertThat(bins).allMatch(bin -> bin.pieces().size() <= 7);
        });
  }
}
