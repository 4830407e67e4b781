package org.novacat.layouts.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.knot.one.One;
import org.novacat.layouts.knot.other.Other;

/** The controls: each rule fails where it should. */
class PackageRulesTest {
  private static final JavaClasses KNOT =
      new ClassFileImporter().importClasses(One.class, Other.class);

  @Test
  void packagesThatNeedEachOther_areFound() {
    assertThatThrownBy(() -> PackageRules.freeOfCycles().check(KNOT))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Cycle detected")
        .hasMessageContaining("layouts.knot.one")
        .hasMessageContaining("layouts.knot.other");
  }

  @Test
  void packagesOfMoreThanTheMost_areFound() {
    assertThat(PackageRules.crowded(KNOT, 0))
        .isEqualTo(
            Map.of("org.novacat.layouts.knot.one", 1L, "org.novacat.layouts.knot.other", 1L));
    assertThat(PackageRules.crowded(KNOT, 1)).isEmpty();
  }

  @Test
  void packageThatIsNotNamed_isFound() {
    assertThatThrownBy(() -> PackageRules.usesOnly("org.novacat.layouts.knot.one..").check(KNOT))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("org.novacat.layouts.knot.other.Other");
  }
}
