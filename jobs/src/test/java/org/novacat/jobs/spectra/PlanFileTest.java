package org.novacat.jobs.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.novacat.jobs.spectra.PlansForTests.planned;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.layouts.position.SkyPosition;

class PlanFileTest {
  @TempDir Path folder;

  @Test
  void plan_comesBackAsItWasWritten() {
    List<PlannedProduct> products =
        List.of(planned("a \"quoted\"", 1), planned("b", 2, new SkyPosition(300.25, -12.5)));

    Path file = write(products);

    List<PlannedProduct> read = new ArrayList<>();
    PlanFile.forEach(file, read::add);
    assertThat(read).isEqualTo(products);
  }

  @Test
  void emptyPlan_hasNoProducts() {
    Path file = write(List.of());

    PlanFile.forEach(file, product -> assertThat(product).as("no product").isNull());
    assertThat(file).content().contains("\"products\":[]");
  }

  @Test
  void equalPlans_haveEqualIds_andOthersHaveNot() {
    assertThat(id(List.of(planned("a", 1)))).isEqualTo(id(List.of(planned("a", 1))));
    assertThat(id(List.of(planned("a", 1)))).isNotEqualTo(id(List.of(planned("a", 2))));
    assertThat(id(List.of(planned("a", 1)))).isNotEqualTo(id(List.of()));
  }

  private Path write(List<PlannedProduct> products) {
    Path file = folder.resolve("plan.json");
    writeTo(file, products);
    return file;
  }

  private String id(List<PlannedProduct> products) {
    return writeTo(folder.resolve("plan.json"), products);
  }

  private static String writeTo(Path file, List<PlannedProduct> products) {
    try (PlanFile.Writer writer = new PlanFile.Writer(file)) {
      products.forEach(writer::add);
      return writer.finish();
    }
  }
}
