package org.novacat.jobs.archive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code novacat verify}. */
@Command(
    name = "verify",
    description = "Hold the items of the table against the objects of the bucket.",
    footer = {
      "",
      "It changes nothing. It ends with code 1 when a check fails; what other runs write at the same",
      "time may be found missing or unused.",
      "",
      "Example: novacat verify --deep --output json"
    })
public final class VerifyCommand extends StoreCommand {
  @Option(names = "--deep", description = "Read every object and compare its SHA-256.")
  private boolean deep;

  @Override
  protected ExitCode run(Stores stores) {
    VerifyReport report =
        new VerifyReport(
            deep, Verification.of(stores.catalog(), stores.archive(), deep, clock().instant()));
    print(report);
    return report.passed() ? ExitCode.OK : ExitCode.BUG;
  }

  /** What {@code verify} found: each check with PASSED or FAILED, and every finding. */
  private record VerifyReport(boolean deep, List<Finding> findings) implements Report {
    private static final int MOST_SHOWN = 20;

    VerifyReport {
      findings = List.copyOf(findings);
    }

    boolean passed() {
      return findings.isEmpty();
    }

    private long count(CheckKind kind) {
      return findings.stream().filter(finding -> finding.kind() == kind).count();
    }

    @Override
    public ObjectNode json() {
      ObjectNode root =
          Json.object().put("job", "verify").put("deep", deep).put("passed", passed());
      ArrayNode checks = root.putArray("checks");
      for (CheckKind kind : CheckKind.values()) {
        checks.addObject().put("check", kind.name()).put("findings", count(kind));
      }
      ArrayNode found = root.putArray("findings");
      for (Finding finding : findings) {
        ObjectNode node = found.addObject().put("check", finding.kind().name());
        node.put("what", finding.what()).put("message", finding.message());
      }
      return root;
    }

    @Override
    public List<String> lines() {
      TextTable table = new TextTable("check", "result", "findings");
      for (CheckKind kind : CheckKind.values()) {
        table.row(kind.promise(), count(kind) == 0 ? "PASSED" : "FAILED", count(kind));
      }
      List<String> lines = new ArrayList<>(table.lines());
      findings.stream()
          .limit(MOST_SHOWN)
          .forEach(one -> lines.add("%s  %s: %s".formatted(one.kind(), one.what(), one.message())));
      if (findings.size() > MOST_SHOWN) {
        lines.add(
            String.format(
                Locale.ROOT,
                "and %,d more (all with --output json)",
                findings.size() - MOST_SHOWN));
      }
      if (!deep) {
        lines.add("Lengths were compared; --deep reads every object and compares its SHA-256.");
      }
      return lines;
    }
  }
}
