package org.novacat.jobs.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.PackageRules;

/** The makers know no job and no reader. That the rules can fail is shown where they are. */
class ArchitectureTest {
  private static final JavaClasses MAIN = PackageRules.mainCode();

  @Test
  void makers_knowNoJob() {
    PackageRules.usesOnly(
            "org.novacat.jobs.samples..",
            "org.novacat.layouts..",
            "org.novacat.transforms..",
            "nom.tam..",
            "uk.ac.starlink..",
            "de.siegmar.fastcsv..",
            "com.fasterxml.jackson..")
        .check(MAIN);
  }

  @Test
  void packages_areFreeOfCycles() {
    PackageRules.freeOfCycles().check(MAIN);
  }

  @Test
  void packages_areSmallEnoughToRead() {
    assertThat(PackageRules.crowded(MAIN)).isEmpty();
  }
}
