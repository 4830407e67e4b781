package org.novacat.jobs.job;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.novacat.jobs.main.Novacat;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.run.JobRun;
import org.novacat.persistence.run.RunKey;
import org.novacat.persistence.run.RunStatus;
import org.novacat.persistence.run.Runs;

/** One class begins and ends the records of runs. */
class OneRunnerTest {
  private static final JavaClasses JOBS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.novacat.jobs");

  @Test
  void runs_areBegunAndEndedByTheRunnerAlone() {
    onlyIn(JobRunner.class).check(JOBS);
  }

  @Test
  void rule_failsWhereAnotherOneDoes() {
    ArchRule rule = onlyIn(Novacat.class);

    assertThatThrownBy(() -> rule.check(JOBS))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("JobRunner");
  }

  private static ArchRule onlyIn(Class<?> allowed) {
    return noClasses()
        .that()
        .doNotBelongToAnyOf(allowed)
        .should()
        .callMethod(Runs.class, "begin", RunKey.class, NovaId.class)
        .orShould()
        .callMethod(Runs.class, "finish", JobRun.class, RunStatus.class, Map.class);
  }
}
