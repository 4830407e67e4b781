package org.novacat.layouts.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds for the packages of every module. */
public final class PackageRules {
  /** Who looks for something reads the names of a package; more than this nobody reads. */
  public static final int MOST_CLASSES = 40;

  private PackageRules() {}

  /** The main code of the module whose tests run: they do in its folder. */
  public static JavaClasses mainCode() {
    return new ClassFileImporter().importPath(Path.of("target", "classes"));
  }

  /** No package needs, by whatever way, one that needs it; a package and one below it are two. */
  public static ArchRule freeOfCycles() {
    return slices().matching("org.novacat.(**)").should().beFreeOfCycles();
  }

  /** Packages with more than {@value #MOST_CLASSES} classes, those within others not counted. */
  public static Map<String, Long> crowded(JavaClasses code) {
    return crowded(code, MOST_CLASSES);
  }

  static Map<String, Long> crowded(JavaClasses code, int most) {
    Map<String, Long> sizes =
        code.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
    sizes.values().removeIf(size -> size <= most);
    return sizes;
  }

  /** All code uses these packages, the JDK, and annotations for null, and nothing else. */
  public static ArchRule usesOnly(String... packages) {
    String[] all =
        Stream.concat(Stream.of(packages), Stream.of("java..", "javax..", "org.jspecify.."))
            .toArray(String[]::new);
    return classes().should().onlyDependOnClassesThat().resideInAnyPackage(all);
  }
}
