package org.novacat.spectral;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.PackageRules;

/** The module needs Zarr and what every Spark has, and Spark in one package alone. */
class ArchitectureTest {
  private static final JavaClasses MAIN = PackageRules.mainCode();

  @Test
  void module_usesZarrAndWhatSparkBrings() {
    PackageRules.usesOnly(
            "org.novacat.spectral..",
            "org.novacat.zarr..",
            "org.apache.spark..",
            "org.apache.hadoop..",
            "org.apache.parquet..",
            "org.slf4j..",
            "scala..",
            "com.fasterxml.jackson..")
        .check(MAIN);
  }

  @Test
  void contractAndValidator_doWithoutSparkAndHadoop() {
    ArchRuleDefinition.noClasses()
        .that(JavaClass.Predicates.resideOutsideOfPackage("org.novacat.spectral.spark.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..")
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
