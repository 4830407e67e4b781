package org.novacat.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.PackageRules;

/**
 * This module is at the bottom: it uses the JDK and nothing else. That the rules can fail is shown
 * where they are.
 */
class ArchitectureTest {
  private static final JavaClasses MAIN = PackageRules.mainCode();

  @Test
  void theJdk_isAllThatItUses() {
    PackageRules.usesOnly("org.novacat.layouts..").check(MAIN);
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
