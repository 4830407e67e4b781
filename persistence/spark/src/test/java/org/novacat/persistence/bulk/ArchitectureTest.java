package org.novacat.persistence.bulk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.PackageRules;
import org.novacat.persistence.table.Table;

/** The data source reads the table, by what the wrapper offers, and cannot write. */
class ArchitectureTest {
  private static final JavaClasses MAIN = PackageRules.mainCode();

  @Test
  void dataSource_usesTheWrapperAndSpark() {
    PackageRules.usesOnly("org.novacat.persistence..", "org.apache.spark..", "scala..").check(MAIN);
  }

  @Test
  void dataSource_neverWrites() {
    calls("write").check(MAIN);
    calls("transact").check(MAIN);
  }

  /** The control: it does scan. */
  @Test
  void callThatIsMade_isNoticed() {
    assertThatThrownBy(() -> calls("scan").check(MAIN)).isInstanceOf(AssertionError.class);
  }

  private static ArchRule calls(String method) {
    return noClasses()
        .should()
        .callMethodWhere(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "call Table." + method,
                call ->
                    call.getTargetOwner().isAssignableTo(Table.class)
                        && call.getTarget().getName().equals(method)));
  }

  @Test
  void packages_areSmallEnoughToRead() {
    assertThat(PackageRules.crowded(MAIN)).isEmpty();
  }
}
