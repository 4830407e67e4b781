package org.novacat.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.run.RunStatus;

class JobReportTest {
  private enum Code {
    UNREADABLE
  }

  private final Tally tally = new Tally(new Counted("spectra", "valid", "quarantined", 2));

  @Test
  void endings_standInOneForm_forPeopleAndPrograms() {
    tally.plan(5);
    tally.ended(Ending.DONE, 2);
    tally.ended(Ending.REFUSED, Code.UNREADABLE, 1);
    tally.named(Ending.NOT_OURS, "p1", "p1 (run r)");
    tally.named(Ending.POSTPONED, PostponedCode.STORE_FAILED, "p2", "p2: no answer");

    JobReport report = report(RunStatus.SUCCEEDED, false);
    JsonNode json = report.json();

    assertThat(json.at("/spectra/ended").toString())
        .isEqualTo("{\"done\":2,\"refused\":1,\"not_ours\":1,\"postponed\":1}");
    assertThat(json.at("/spectra/codes").toString())
        .isEqualTo("{\"refused\":{\"UNREADABLE\":1},\"postponed\":{\"STORE_FAILED\":1}}");
    assertThat(json.get("look_at")).hasSize(2);
    assertThat(report.lines())
        .containsSubsequence(
            "valid                             2",
            "quarantined                       1",
            "  UNREADABLE                      1")
        .contains("left to another run  p1 (run r)", "STORE_FAILED  p2: no answer");
  }

  @Test
  void endingsThatDoNotAddUp_areAFault() {
    tally.plan(2);
    tally.ended(Ending.DONE);

    assertThatThrownBy(() -> tally.counts(false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cannot report spectra: 2 were to be worked on, 1 ended");
  }

  @Test
  void whatARunThatIsCutShortDidNotReach_isCounted() {
    tally.plan(2);
    tally.ended(Ending.DONE);

    assertThat(tally.counts(true).count(Ending.NOT_REACHED)).isEqualTo(1);
  }

  @Test
  void moreEndingsThanThings_areAFaultOfAWholeRun_andThoseOfOneCutShort() {
    tally.ended(Ending.DONE);

    assertThatThrownBy(() -> tally.counts(false)).isInstanceOf(IllegalStateException.class);
    assertThat(tally.counts(true).planned()).isEqualTo(1);
  }

  @Test
  void namesBeyondTheMost_areCountedOnly() {
    tally.plan(3);
    List.of("a", "b", "c").forEach(name -> tally.named(Ending.CONFLICT, name, name));

    assertThat(tally.counts(false).named()).extracting(NamedEnding::what).containsExactly("a", "b");
    assertThat(tally.counts(false).count(Ending.CONFLICT)).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(Ending.class)
  void everyEnding_decidesTheExitCode(Ending ending) {
    tally.plan(1);
    if (ending == Ending.POSTPONED) {
      tally.ended(ending, PostponedCode.STORE_FAILED, 1);
    } else {
      tally.ended(ending);
    }

    ExitCode expected =
        switch (ending) {
          case CONFLICT -> ExitCode.CONFLICT;
          case UNKNOWN -> ExitCode.UNKNOWN_OUTCOME;
          case POSTPONED -> ExitCode.UNREACHABLE;
          default -> ExitCode.OK;
        };
    assertThat(report(RunStatus.SUCCEEDED, false).exitCode()).isEqualTo(expected);
    assertThat(report(RunStatus.INTERRUPTED, false).exitCode()).isEqualTo(ExitCode.INTERRUPTED);
  }

  @ParameterizedTest
  @EnumSource(PostponedCode.class)
  void firstCodeOfThosePostponed_decidesTheExitCode(PostponedCode code) {
    tally.plan(2);
    tally.ended(Ending.POSTPONED, code, 1);
    tally.ended(Ending.POSTPONED, PostponedCode.THREADS_STUCK, 1);

    assertThat(report(RunStatus.SUCCEEDED, false).exitCode()).isEqualTo(code.exitCode());
  }

  @Test
  void refusals_areAFailureWhereThatIsAskedFor() {
    tally.plan(1);
    tally.ended(Ending.REFUSED, Code.UNREADABLE, 1);
    JobReport report = report(RunStatus.SUCCEEDED, false);

    assertThat(report.exitCode(false)).isEqualTo(ExitCode.OK);
    assertThat(report.exitCode(true)).isEqualTo(ExitCode.FAILED_ON);
  }

  @ParameterizedTest
  @EnumSource(RawDamage.class)
  void rawObjectThatIsDamaged_isAFailure_thoughAFileThatIsRefusedIsNone(RawDamage code) {
    tally.plan(1);
    tally.ended(Ending.REFUSED, code, 1);

    assertThat(report(RunStatus.SUCCEEDED, false).exitCode(true)).isEqualTo(ExitCode.DAMAGED);
  }

  @Test
  void runThatNeverBegan_saysThatThereWasNothing() {
    JobReport report = report(null, false);

    assertThat(report.lines()).containsExactly("Nothing to do: none waits. Nothing was written.");
    assertThat(report.json().get("status").asText()).isEqualTo("NOTHING_TO_DO");
  }

  private JobReport report(@Nullable RunStatus status, boolean cutShort) {
    return new JobReport(
        "ingest-spectra",
        JobRunId.mint(),
        status,
        List.of(tally.counts(cutShort)),
        Map.of(),
        Map.of(),
        Map.of("seconds", 2.0),
        "Nothing to do: none waits.");
  }
}
