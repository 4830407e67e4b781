package org.novacat.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.PackageRules;

/** Pure functions: no file, no store, no Spark. That the rules can fail is shown where they are. */
class ArchitectureTest {
  private static final JavaClasses MAIN = PackageRules.mainCode();

  @Test
  void transforms_arePure() {
    PackageRules.usesOnly(
            "org.novacat.transforms..",
            "org.novacat.layouts..",
            "org.jastronomy.jsofa..",
            "org.apache.commons.compress..")
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
