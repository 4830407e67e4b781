package org.novacat.jobs.main;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.samples.BulkArchive;
import org.novacat.jobs.samples.BulkArchive.BulkSpec;
import org.novacat.jobs.samples.SampleArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novacat sample}. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = "Write many sample spectra with a manifest, to try things at scale.",
    footer = {
      "",
      "Example:",
      "  novacat sample /tmp/bulk --files 2000",
      "  novacat register /tmp/bulk/manifest.csv --add-novae"
    })
public final class SampleCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FOLDER", description = "Where to write; made if missing.")
  private Path folder = Path.of(".");

  @Option(
      names = "--files",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many spectra. Default: 2000")
  private int files = 2000;

  @Option(
      names = "--novae",
      paramLabel = "N",
      defaultValue = "20",
      description = "Of how many novae. Default: 20")
  private int novae = 20;

  @Option(
      names = "--kilobytes",
      paramLabel = "N",
      defaultValue = "200",
      description = "About how large each file is. Default: 200")
  private int kilobytes = BulkSpec.KILOBYTES;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "2026",
      description = "An equal seed gives equal files, byte for byte. Default: 2026")
  private long seed = 2026;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    SampleMakers.require();
    try {
      SampleArchive archive =
          BulkArchive.write(folder, new BulkSpec(seed, files, novae, kilobytes));
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "Wrote %d spectra, listed in %s%n",
              archive.files().size(),
              archive.manifest());
      return ExitCode.OK.code();
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(
          "Cannot write sample spectra into '%s': %s (choose another folder or other numbers)"
              .formatted(folder, e.getMessage()));
    }
  }

  /** Whether this program can make samples: the uber-jar cannot. */
  static final class SampleMakers {
    private static final String ONE = "org.novacat.jobs.samples.SampleArchive";

    private SampleMakers() {}

    /**
     * Checks that it can.
     *
     * @throws UserError when it cannot
     */
    static void require() {
      try {
        Class.forName(ONE, false, SampleMakers.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        throw new UserError(
            "Cannot make samples: this jar has no makers of them, being made for clusters"
                + " (make them with ./novacat in a checkout)");
      }
    }
  }
}
