package org.novacat.jobs.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * A person's word on what is in quarantine. All of it is looked at before the first is settled, so
 * that a slip of the pen settles none.
 */
abstract class ReviewCommand extends StoreCommand {
  private final ReviewWord word;

  @Parameters(arity = "1..*", paramLabel = "ID", description = "Products or uploads in quarantine.")
  private List<String> ids = List.of();

  @Option(names = "--dry-run", description = "Only say what would change.")
  private boolean dryRun;

  private ReviewCommand(ReviewWord word) {
    this.word = word;
  }

  /** Why, in the person's words; "" for no word. */
  abstract String why();

  @Override
  protected ExitCode run(Stores stores) {
    List<Reviewed> subjects = ids.stream().distinct().map(id -> Reviewed.find(stores, id)).toList();
    subjects.forEach(subject -> subject.check(word));
    subjects.forEach(subject -> print(dryRun ? wish(subject) : settled(subject)));
    return ExitCode.OK;
  }

  private ReviewReport wish(Reviewed subject) {
    return new ReviewReport(subject, "would be " + word.done(), null);
  }

  private ReviewReport settled(Reviewed subject) {
    return new ReviewReport(subject, word.done(), subject.settle(word, why()));
  }

  /** {@code novacat quarantine approve-retry}. */
  @Command(
      name = "approve-retry",
      description = "Let products or uploads have another try with the next ingest.",
      footer = {
        "",
        "Example: novacat quarantine approve-retry 4e9b0e88-5e77-4abf-b7cd-b3214fbda3e5"
      })
  static final class ApproveRetry extends ReviewCommand {
    ApproveRetry() {
      super(ReviewWord.RETRY);
    }

    @Override
    String why() {
      return "";
    }
  }

  /** {@code novacat quarantine reject}. */
  @Command(
      name = "reject",
      description = "Refuse products or uploads for good.",
      footer = {
        "",
        "Example: novacat quarantine reject 4e9b0e88-5e77-4abf-b7cd-b3214fbda3e5 --reason \"wrong star\""
      })
  static final class Reject extends ReviewCommand {
    @Option(
        names = "--reason",
        paramLabel = "TEXT",
        description = "Why; kept with the product or upload.")
    private String reason = "";

    Reject() {
      super(ReviewWord.REJECT);
    }

    @Override
    String why() {
      return reason.strip();
    }
  }

  /**
   * What a person's word did to something in quarantine.
   *
   * @param subject a product or an upload
   * @param state the state it has now; null in a dry run
   */
  private record ReviewReport(Reviewed subject, String what, @Nullable String state)
      implements Report {
    @Override
    public ObjectNode json() {
      String name = subject instanceof Reviewed.Upload ? "ingest_file_id" : "data_product_id";
      return Json.object().put(name, subject.id()).put("change", what).put("state", state);
    }

    @Override
    public List<String> lines() {
      return List.of(subject.id() + "  " + what + (state == null ? "" : ": " + state));
    }
  }
}
