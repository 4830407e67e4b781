package org.novacat.persistence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.PackageRules;

/**
 * INV-011, inside the module: the AWS client is touched by one package and shown by none. That the
 * rules for packages can fail is shown where they are.
 */
class ArchitectureTest {
  private static final JavaClasses MAIN = PackageRules.mainCode();

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
    PackageRules.freeOfCycles().check(MAIN);
  }

  @Test
  void packages_areSmallEnoughToRead() {
    assertThat(PackageRules.crowded(MAIN)).isEmpty();
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
