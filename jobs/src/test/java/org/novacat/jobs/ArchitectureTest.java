package org.novacat.jobs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.Serializable;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.PackageRules;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TableSource;

class ArchitectureTest {
  private static final String LAYOUTS = "org.novacat.layouts..";
  private static final String TRANSFORMS = "org.novacat.transforms..";
  private static final String FITS = "org.novacat.fits..";
  private static final String PERSISTENCE = "org.novacat.persistence..";
  private static final String BULK = "org.novacat.persistence.bulk..";
  private static final String FITS_SOURCE = "org.novacat.fits.spark..";
  private static final String JOBS = "org.novacat.jobs..";
  private static final String AWS = "software.amazon.awssdk..";
  private static final String SPARK = "org.apache.spark..";

  private static final JavaClasses NOVACAT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.novacat");

  private static final JavaClasses JOBS_ALONE = PackageRules.mainCode();

  @Test
  void everyModule_isSeen() {
    for (String module : new String[] {LAYOUTS, TRANSFORMS, FITS, PERSISTENCE, JOBS}) {
      assertThat(NOVACAT.that(resideInAnyPackage(module))).as(module).hasSizeGreaterThan(5);
    }
  }

  @Test
  void modulesInTheMiddle_neverSeeEachOther() {
    never(FITS, TRANSFORMS, PERSISTENCE, JOBS).check(NOVACAT);
    never(PERSISTENCE, TRANSFORMS, FITS, JOBS).check(NOVACAT);
  }

  /** INV-011: all database interactions go through the wrapper. */
  @Test
  void databaseClient_isTouchedByPersistenceAlone() {
    wrapperOnly(PERSISTENCE).check(NOVACAT);
  }

  @Test
  void databaseClientRule_failsWhereTheClientIsUsed() {
    ArchRule withoutException = wrapperOnly(JOBS);

    assertThatThrownBy(() -> withoutException.check(NOVACAT))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("org.novacat.persistence");
  }

  /** A store knows neither the rules of keys nor what items say of its objects. */
  @Test
  void objects_areReachedByTheArchiveAlone() {
    withoutStores()
        .and()
        .resideOutsideOfPackage("org.novacat.jobs.run..")
        .should(useStores())
        .check(NOVACAT);
  }

  /** The control: a workspace is opened there. */
  @Test
  void archiveRule_failsWhereAStoreIsUsed() {
    assertThatThrownBy(() -> withoutStores().should(useStores()).check(NOVACAT))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("org.novacat.jobs.run.Stores");
  }

  private static GivenClassesConjunction withoutStores() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.novacat.persistence.store..",
            "org.novacat.persistence.bucket..",
            "org.novacat.persistence.tree..");
  }

  private static ArchCondition<JavaClass> useStores() {
    return dependOnClassesThat(
        assignableTo(ObjectStore.class).or(assignableTo(ObjectStores.class)));
  }

  @Test
  void spark_isForJobsAndTheDataSourcesAlone() {
    noClasses()
        .that()
        .resideInAnyPackage(LAYOUTS, TRANSFORMS, FITS, PERSISTENCE)
        .and()
        .resideOutsideOfPackages(BULK, FITS_SOURCE)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SPARK)
        .check(NOVACAT);
  }

  /** Decision 0023: what executors are told of the table is the data source's to say. */
  @Test
  void settingsOfATable_travelWithTheDataSourceAlone() {
    classes()
        .that()
        .areAssignableTo(TableSource.class)
        .or()
        .areAssignableTo(Table.class)
        .or()
        .areAssignableTo(Catalog.class)
        .should()
        .notBeAssignableTo(Serializable.class)
        .check(NOVACAT);
    serializableWithSettings(BULK).check(NOVACAT);
  }

  /** The control. */
  @Test
  void settingsRule_failsWhereTheyTravel() {
    assertThatThrownBy(() -> serializableWithSettings(JOBS).check(NOVACAT))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("org.novacat.persistence.bulk");
  }

  private static ArchRule serializableWithSettings(String allowed) {
    return noClasses()
        .that()
        .areAssignableTo(Serializable.class)
        .and()
        .resideOutsideOfPackage(allowed)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(TableSource.class);
  }

  /** The root command knows all commands; who knew it would know all of them. */
  @Test
  void main_isOnTop() {
    notNeeded("org.novacat.jobs.main..", JOBS).check(JOBS_ALONE);
  }

  /** The control. */
  @Test
  void packageBelowMain_isNotOnTop() {
    ArchRule reports = notNeeded("org.novacat.jobs.report..", JOBS);

    assertThatThrownBy(() -> reports.check(JOBS_ALONE)).isInstanceOf(AssertionError.class);
  }

  @Test
  void packages_areFreeOfCycles() {
    PackageRules.freeOfCycles().check(JOBS_ALONE);
  }

  @Test
  void packages_areSmallEnoughToRead() {
    assertThat(PackageRules.crowded(JOBS_ALONE)).isEmpty();
  }

  private static ArchRule notNeeded(String top, String others) {
    return noClasses()
        .that()
        .resideInAPackage(others)
        .and()
        .resideOutsideOfPackage(top)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(top);
  }

  private static ArchRule wrapperOnly(String allowed) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(allowed)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(AWS);
  }

  private static ArchRule never(String module, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(module)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }
}
