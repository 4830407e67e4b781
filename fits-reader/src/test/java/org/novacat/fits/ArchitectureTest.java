package org.novacat.fits;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.PackageRules;

/**
 * The reader is a library: it needs no Spark and nothing of novacat but the layouts. That the rules
 * can fail is shown where they are.
 */
class ArchitectureTest {
  private static final JavaClasses MAIN = PackageRules.mainCode();

  @Test
  void reader_usesLayoutsAndNomTamFits() {
    PackageRules.usesOnly("org.novacat.fits..", "org.novacat.layouts..", "nom.tam..").check(MAIN);
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
