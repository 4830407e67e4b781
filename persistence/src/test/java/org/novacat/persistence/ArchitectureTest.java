package org.novacat.persistence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** INV-011, inside the module: the AWS client is touched by one package and shown by none. */
class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.novacat.persistence");

  @Test
  void onlyOnePackage_touchesTheClient() {
    clientOnlyIn("org.novacat.persistence.dynamodb..").check(MAIN);
  }

  /** The control: the rule would notice. */
  @Test
  void clientElsewhere_isNoticed() {
    assertThatThrownBy(() -> clientOnlyIn("org.novacat.persistence.item..").check(MAIN))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void publicMethods_showNothingOfTheClient() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .should()
        .notHaveRawReturnType(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "of the AWS SDK",
                type -> type.getPackageName().startsWith("software.amazon.awssdk")))
        .check(MAIN);
  }

  @Test
  void packages_areFreeOfCycles() {
    slices().matching("org.novacat.persistence.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  private static ArchRule clientOnlyIn(String packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.awssdk.services.dynamodb..");
  }
}
