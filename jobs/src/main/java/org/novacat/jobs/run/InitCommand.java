package org.novacat.jobs.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.Callable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.OutputOptions;
import org.novacat.jobs.report.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code novacat init}. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = "Create table, index, TTL and buckets, each where it is missing. Safe to repeat.",
    footer = {"", "Example: novacat init --workspace ~/novae"})
public final class InitCommand implements Callable<Integer> {
  private static final Map<String, String> WORDS =
      Map.of(
          "DRY_RUN", "Would create, where missing",
          "CREATED", "Created",
          "ALREADY_THERE", "There already");

  @Mixin private StoreOptions stores = new StoreOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--dry-run", description = "Only say what would be created.")
  private boolean dryRun;

  @Override
  public Integer call() {
    publicBucket(); // refused before anything is made
    String change = dryRun ? "DRY_RUN" : Stores.init(stores) ? "CREATED" : "ALREADY_THERE";
    String bucket = stores.privateBucket().uri().toString();
    if (output.json()) {
      ObjectNode result = Json.object().put("change", change);
      result.put("table", stores.table()).put("bucket", bucket);
      say(Json.line(result.put("public_bucket", publicBucket())));
    } else {
      String more = publicBucket().isEmpty() ? "" : ", public bucket " + publicBucket();
      say("%s: table '%s', bucket %s%s".formatted(WORDS.get(change), stores.table(), bucket, more));
    }
    return ExitCode.OK.code();
  }

  /** "" where none is made. */
  private String publicBucket() {
    return stores.hasPublicBucket() ? stores.publicBucket().uri().toString() : "";
  }

  private void say(String text) {
    spec.commandLine().getOut().println(text);
  }
}
