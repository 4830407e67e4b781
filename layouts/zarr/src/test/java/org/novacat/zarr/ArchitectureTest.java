package org.novacat.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.PackageRules;

/** Zarr is of use to others: it needs nothing of novacat. */
class ArchitectureTest {
  private static final JavaClasses MAIN = PackageRules.mainCode();

  @Test
  void zarr_usesJacksonAndZstdAlone() {
    PackageRules.usesOnly("org.novacat.zarr..", "com.fasterxml.jackson..", "com.github.luben.zstd")
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
