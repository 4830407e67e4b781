package org.novacat.persistence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Set;
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
    slices().matching("org.novacat.persistence.(**)").should().beFreeOfCycles().check(MAIN);
  }

  /** The control: with what is below all and what is above all in one, the rule would notice. */
  @Test
  void cycle_isNoticed() {
    SliceAssignment mixed =
        new SliceAssignment() {
          @Override
          public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().endsWith(".item") || type.getSimpleName().equals("Catalog")
                ? SliceIdentifier.of("one")
                : SliceIdentifier.of("the others");
          }

          @Override
          public String getDescription() {
            return "the bottom and the top as one";
          }
        };

    assertThatThrownBy(() -> slices().assignedFrom(mixed).should().beFreeOfCycles().check(MAIN))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void noPackage_hasMoreThanFortyClasses() {
    assertThat(crowded(40)).isEmpty();
  }

  /** The control: with a smaller number the rule would notice. */
  @Test
  void crowdedPackage_isNoticed() {
    assertThat(crowded(31)).contains("org.novacat.persistence.commit");
  }

  private static Set<String> crowded(int most) {
    Map<String, Long> sizes =
        MAIN.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(groupingBy(JavaClass::getPackageName, counting()));
    sizes.values().removeIf(size -> size <= most);
    return sizes.keySet();
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
