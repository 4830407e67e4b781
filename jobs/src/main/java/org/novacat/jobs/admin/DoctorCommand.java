package org.novacat.jobs.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.hadoop.util.VersionInfo;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.admin.DoctorCommand.Check;
import org.novacat.jobs.cli.Defaults;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.Nearest;
import org.novacat.jobs.cli.Options;
import org.novacat.jobs.cli.OutputOptions;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.cli.Version;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.Buckets;
import org.novacat.jobs.run.StoreOptions;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.novacat.NovaCatPrivate;
import org.novacat.persistence.embedded.EmbeddedTables;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.WaitListener;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ListedObject;
import org.novacat.persistence.store.Pointer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** {@code novacat doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Check configuration, stores, write access, clock and versions; say what to do.",
    footer = {"", "Example: novacat doctor --workspace ~/novae"})
public final class DoctorCommand implements Callable<Integer> {
  private static final Instant BUILT_AFTER = Instant.parse("2026-01-01T00:00:00Z");

  @Mixin private StoreOptions stores = new StoreOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    List<Check> checks = new ArrayList<>();
    checks.add(Check.of("versions", DoctorCommand::versions));
    checks.add(Check.of("clock", DoctorCommand::clock));
    checks.addAll(new Configuration(spec).checks());
    checks.addAll(storeChecks());
    print(checks);
    return (checks.stream().allMatch(Check::passed) ? ExitCode.OK : ExitCode.USAGE).code();
  }

  private static String versions() {
    return "novacat %s, Java %s, Spark %s, Hadoop %s"
        .formatted(
            Version.current(),
            Runtime.version(),
            org.apache.spark.package$.MODULE$.SPARK_VERSION(),
            VersionInfo.getVersion());
  }

  /** DynamoDB refuses requests whose signature is minutes off, and times of items come from it. */
  private static String clock() {
    Instant now = Instant.now();
    if (now.isBefore(BUILT_AFTER)) {
      throw new IllegalStateException(
          "Cannot trust the clock: it says %s, before this version was made (set it)"
              .formatted(now));
    }
    return now.toString();
  }

  /** A workspace that is not there yet is no fault, and looking at it must not make it. */
  private List<Check> storeChecks() {
    Check workspace = Check.of("workspace", this::workspace);
    if (!workspace.passed() || Stores.isNew(stores)) {
      return List.of(workspace);
    }
    List<Check> checks = new ArrayList<>(List.of(workspace, Check.of("bucket", this::bucket)));
    checks.add(Check.of("bucket's promises", () -> Buckets.promises(stores.privateBucket())));
    if (stores.hasPublicBucket()) {
      checks.add(Check.of("public bucket", () -> Buckets.look(stores.publicBucket())));
    }
    if (stores.embeddedTable()) {
      checks.add(Check.of("table file", this::tableFile));
    }
    checks.add(tableCheck());
    return checks;
  }

  private Check tableCheck() {
    return Check.of("table", this::table);
  }

  private String tableFile() {
    return new EmbeddedTables(stores.tableFolder(), stores.table()).examine();
  }

  private String workspace() {
    Stores.check(stores);
    Path folder = stores.workspace();
    if (!Stores.isNew(stores)) {
      return folder.toString();
    }
    Path parent = folder;
    while (!Files.exists(parent)) {
      parent = parent.resolve("..").normalize();
    }
    if (!Files.isWritable(parent)) {
      throw new UserError(
          "Cannot make workspace '%s': '%s' may not be written (name another folder)"
              .formatted(folder, parent));
    }
    return folder + " is new: init, register and nova add make it, other commands refuse it";
  }

  /** Writes, reads and removes a small object under a key of the layout. */
  private String bucket() {
    try (Archive archive = Buckets.archive(stores)) {
      LayoutKey key = NovaCatKeys.workflowInput("doctor", JobRunId.mint());
      byte[] bytes = {'{', '}'};
      Pointer written = archive.write(key, Content.of(bytes)).pointer();
      byte[] read = archive.read(written, bytes.length).get();
      archive.delete(key.key());
      return "%s: wrote, read and removed %s bytes"
          .formatted(stores.privateBucket().uri(), read.length);
    }
  }

  private String table() {
    RunContext run = RunContext.single(JobRunId.mint());
    try (Stores open =
        Stores.open(stores, run, Clock.systemUTC(), RetryPolicy.PROMPT, WaitListener.NONE)) {
      long novae = open.catalog().novae().list().count();
      if (novae == 0 && hasRawFiles(open.archive())) {
        throw new UserError(
            "Cannot trust table '%s': it knows no nova, but the bucket holds raw files (was it copied without its log? copy the whole folder 'table', or see 'Workspaces of older versions' in docs/operations.md)"
                .formatted(stores.table()));
      }
      return "'%s' answers; %s novae".formatted(stores.table(), novae);
    }
  }

  private static boolean hasRawFiles(Archive archive) {
    // Photometry may come in before any nova is known, and its bytes before the table knows of
    // them.
    try (Stream<ListedObject> raw =
        archive.list(NovaCatPrivate.RAW_PRIMARY.template().literalPrefix())) {
      return raw.findAny().isPresent();
    }
  }

  private void print(List<Check> checks) {
    TextTable table = new TextTable("check", "result", "detail");
    for (Check check : checks) {
      String result = check.passed() ? "PASSED" : "FAILED";
      if (output.json()) {
        ObjectNode node = Json.object().put("check", check.what()).put("result", result);
        spec.commandLine().getOut().println(Json.line(node.put("detail", check.detail())));
      } else {
        table.row(check.what(), result, check.detail());
      }
    }
    if (!output.json()) {
      table.lines().forEach(spec.commandLine().getOut()::println);
    }
  }

  /**
   * One thing that {@code doctor} looked at.
   *
   * @param detail what was found, and where it fails what to do
   */
  record Check(String what, boolean passed, String detail) {
    /** Something that can be looked at, and may fail. */
    interface Look {
      String detail() throws Exception;
    }

    /** Looks; what is thrown is the failure. */
    @SuppressWarnings("CatchingUnchecked") // whatever goes wrong is what a doctor is for
    static Check of(String what, Look look) {
      try {
        return new Check(what, true, look.detail());
      } catch (Exception e) {
        return new Check(what, false, String.valueOf(e.getMessage()));
      }
    }
  }

  /** What {@code doctor} finds out about the options of a command that was parsed. */
  static final class Configuration {
    private final CommandSpec command;
    private final @Nullable Defaults defaults;

    Configuration(CommandSpec command) {
      this.command = command;
      this.defaults = command.defaultValueProvider() instanceof Defaults known ? known : null;
    }

    /** The properties file, then each option with its value and where that was set. */
    List<Check> checks() {
      List<Check> checks = new ArrayList<>();
      checks.add(Check.of("configuration", this::file));
      Options.withValue(command)
          .forEach(option -> checks.add(Check.of(option.longestName(), () -> origin(option))));
      return checks;
    }

    private String file() {
      if (defaults == null || defaults.fileName().isEmpty()) {
        return "no file (NOVACAT_CONFIG names none, and there is no ./novacat.properties)";
      }
      Set<String> known = Options.names(command.root());
      for (String name : defaults.namesInFile()) {
        if (!known.contains(name)) {
          throw unknown(name, known, defaults.fileName());
        }
      }
      return "file " + defaults.fileName();
    }

    private static UserError unknown(String name, Set<String> known, String file) {
      return new UserError(
          "Cannot use key 'novacat.%s' of file '%s': no option has this name (%s)"
              .formatted(
                  name,
                  file,
                  Nearest.to(name, known)
                      .map("did you mean 'novacat.%s'?"::formatted)
                      .orElse("remove it")));
    }

    private String origin(OptionSpec option) {
      Object value = option.getValue();
      boolean given = command.commandLine().getParseResult().hasMatchedOption(option);
      Defaults.@Nullable Setting setting =
          defaults == null ? null : defaults.setting(Options.name(option));
      String origin = given ? "command line" : setting == null ? "default" : setting.origin();
      return (value == null ? "not set" : value) + "  (" + origin + ")";
    }
  }
}
