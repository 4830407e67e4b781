package org.novacat.jobs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.novacat.jobs.spark.Waves;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.dynamodb.TableSettings;

/**
 * Executors write no metadata (INV-011) and get no endpoint of a table. No class that one of them
 * can load leads to a table, whatever a task is given.
 */
class ExecutorsTest {
  private static final JavaClasses NOVACAT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .withImportOption(location -> !location.contains(ownTests()))
          .importPackages("org.novacat");

  /** What opens a table, or holds one that is open. */
  private static final DescribedPredicate<JavaClass> TABLES =
      resideInAnyPackage(
              "org.novacat.persistence.dynamodb..",
              "org.novacat.persistence.embedded..",
              "software.amazon.awssdk.services.dynamodb..",
              "org.sqlite..")
          .or(type(Catalog.class));

  /** Reads only, and never a table that was not named to it: the connector. */
  private static final DescribedPredicate<JavaClass> CONNECTOR =
      resideInAPackage("org.novacat.persistence.bulk..");

  @Test
  void whatTravelsToExecutors_leadsToNoTable() {
    assertThat(ways(travelling(NOVACAT))).isEmpty();
  }

  /** Else the rule would be about nothing. */
  @Test
  void tasksOfTheJobs_areAmongWhatTravels() {
    assertThat(travelling(NOVACAT).stream().map(JavaClass::getName))
        .contains(
            "org.novacat.jobs.spectra.SpectrumTask",
            "org.novacat.jobs.photometry.ingest.UploadPhase$Task",
            "org.novacat.jobs.photometry.ingest.TablePhase$Task",
            "org.novacat.jobs.spark.Waves",
            "org.novacat.jobs.spark.Waves$Timed",
            "org.novacat.jobs.query.ProductRelation$Rows",
            "org.novacat.persistence.nova.NovaBook",
            "org.novacat.persistence.bucket.ArchiveLocation");
  }

  @Test
  void taskThatIsGivenSettingsOfATable_isFound() {
    assertThat(ways(travelling(new ClassFileImporter().importClasses(GivenATable.class))))
        .singleElement()
        .asString()
        .endsWith("ExecutorsTest$GivenATable -> " + TableSettings.class.getName());
  }

  @Test
  void taskThatLeadsToATableByOthers_isFoundWithItsWay() {
    JavaClasses classes =
        new ClassFileImporter()
            .importClasses(LeadsToOthers.class, Other.class, TableSettings.class, Catalog.class);

    assertThat(ways(travelling(classes)))
        .singleElement()
        .asString()
        .matches(".*LeadsToOthers -> .*ExecutorsTest.Other -> .*Catalog");
  }

  /** The control: the table is where the driver has it. */
  private record GivenATable(TableSettings settings) implements Waves.Work<String, String> {
    @Override
    public String call(String bin) {
      return settings.table() + bin;
    }
  }

  /** The same, one step farther away. */
  private static final class LeadsToOthers implements Waves.Work<String, String> {
    @Override
    public String call(String bin) {
      return Other.shown(bin);
    }
  }

  private static final class Other {
    static @Nullable Catalog catalog;

    static String shown(String bin) {
      return catalog == null ? bin : "";
    }
  }

  private static String ownTests() {
    return ExecutorsTest.class.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  /**
   * What can be sent to an executor: objects that can be serialised, and classes whose lambdas can,
   * which the executor asks to make them again. What is thrown, and constants, say nothing of
   * tasks.
   */
  private static List<JavaClass> travelling(JavaClasses classes) {
    return classes.stream()
        .filter(one -> !one.isInterface() && !one.isEnum())
        .filter(one -> !one.isAssignableTo(Throwable.class))
        .filter(one -> one.isAssignableTo(Serializable.class) || makesLambdas(one))
        .filter(one -> !CONNECTOR.test(one))
        .toList();
  }

  private static boolean makesLambdas(JavaClass one) {
    return one.getMethods().stream().anyMatch(m -> m.getName().equals("$deserializeLambda$"));
  }

  /** The ways from these classes to a table, each named once, by all classes on it. */
  private static List<String> ways(Collection<JavaClass> from) {
    List<String> ways = new ArrayList<>();
    Map<JavaClass, @Nullable JavaClass> before = new LinkedHashMap<>();
    Deque<JavaClass> next = new ArrayDeque<>();
    from.forEach(one -> before.put(one, null));
    next.addAll(from);
    while (!next.isEmpty()) {
      JavaClass at = next.remove();
      if (TABLES.test(at)) {
        ways.add(way(at, before));
        continue;
      }
      at.getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .map(JavaClass::getBaseComponentType)
          .filter(target -> target.getName().startsWith("org.novacat.") || TABLES.test(target))
          .filter(target -> !CONNECTOR.test(target) && !before.containsKey(target))
          .forEach(
              target -> {
                before.put(target, at);
                next.add(target);
              });
    }
    return ways;
  }

  private static String way(JavaClass to, Map<JavaClass, @Nullable JavaClass> before) {
    String way = to.getName();
    for (JavaClass at = before.get(to); at != null; at = before.get(at)) {
      way = at.getName() + " -> " + way;
    }
    return way;
  }
}
