package org.novacat.fits.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.PackageRules;

/**
 * The data source needs the reader, and what every Spark has. That the rules can fail is shown
 * where they are.
 */
class ArchitectureTest {
  private static final JavaClasses MAIN = PackageRules.mainCode();

  @Test
  void dataSource_usesTheReaderAndSpark() {
    PackageRules.usesOnly(
            "org.novacat.fits..",
            "org.novacat.layouts..",
            "org.apache.spark..",
            "org.apache.hadoop..",
            "org.slf4j..",
            "scala..",
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
