package org.novacat.jobs.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.main.SampleCommand.SampleMakers;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.samples.SampleNova;
import org.novacat.jobs.samples.photometry.CurveArchive;
import org.novacat.persistence.server.S3Server;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code novacat demo}: each step is a command that a user could type, and is shown as such. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Make a sample archive of spectra and light curves, and run the jobs on it, on embedded stores.",
      "The novae are invented; some files are damaged on purpose. Safe to repeat: what is there"
          + " already is left alone."
    },
    footer = {
      "",
      "Examples: novacat demo --workspace /tmp/demo",
      "          novacat demo --s3 --workspace /tmp/demo-s3"
    })
public final class DemoCommand implements Callable<Integer> {
  private static final String PRIVATE_BUCKET = "nova-cat-private-data";
  private static final String PUBLIC_BUCKET = "nova-cat-public-site";

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      defaultValue = "novacat-data",
      description = "Folder of the embedded stores. Default: ./novacat-data")
  private Path workspace = Path.of("novacat-data");

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "2026",
      description = "Another seed makes other novae; an equal one the same, byte for byte.")
  private long seed = 2026;

  @Option(
      names = "--s3",
      description = {
        "Keep the objects in buckets on S3, of a small server that is started for the demo and ends"
            + " with it; its buckets are the folders below s3 in the workspace."
      })
  private boolean onS3;

  @Option(
      names = "--keep",
      description = "With --s3, keep the server until Ctrl-C, so that other commands can use it.")
  private boolean keep;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    SampleMakers.require();
    requireNoOther();
    DemoArchive archive = DemoArchive.write(workspace.resolve("demo-archive"), seed);
    say("%s", archive.summary());
    if (!onS3) {
      return steps(archive, List.of(), workspace.resolve("buckets"));
    }
    Path folder = workspace.resolve("s3");
    try (S3Server server = S3Server.start(folder)) {
      System.setProperty("aws.accessKeyId", S3Server.ACCESS_KEY);
      System.setProperty("aws.secretAccessKey", S3Server.SECRET_KEY);
      say("An S3 server of this machine listens at %s", server.endpoint());
      int code = steps(archive, options(server), folder);
      if (keep && code == 0) {
        keep(server);
      }
      return code;
    }
  }

  /** The table knows of one bucket: with another it would be half of an archive. */
  private void requireNoOther() {
    if (onS3 && Files.exists(workspace.resolve("buckets"))) {
      throw new UserError(
          "Cannot use workspace '%s' with --s3: its objects lie in folders (name another with --workspace)"
              .formatted(workspace));
    }
    if (!onS3 && Files.exists(workspace.resolve("s3"))) {
      throw new UserError(
          "Cannot use workspace '%s' without --s3: its objects lie in buckets (name another with --workspace)"
              .formatted(workspace));
    }
  }

  private void keep(S3Server server) {
    say("%nFor other commands, in another terminal:");
    say("  export AWS_ACCESS_KEY_ID=%s", S3Server.ACCESS_KEY);
    say("  export AWS_SECRET_ACCESS_KEY=%s", S3Server.SECRET_KEY);
    say("  export NOVACAT_STORE=s3a://%s", PRIVATE_BUCKET);
    say("  export NOVACAT_PUBLIC_STORE=s3a://%s", PUBLIC_BUCKET);
    say("  export NOVACAT_S3_ENDPOINT=%s", server.endpoint());
    say("  export NOVACAT_WORKSPACE=%s", workspace.toAbsolutePath());
    say("The server runs until Ctrl-C.");
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> options(S3Server server) {
    return List.of(
        "--store",
        "s3a://" + PRIVATE_BUCKET,
        "--public-store",
        "s3a://" + PUBLIC_BUCKET,
        "--s3-endpoint",
        server.endpoint().toString());
  }

  private int steps(DemoArchive archive, List<String> stores, Path buckets) {
    int made = stores.isEmpty() ? 0 : step(List.of("init"), stores);
    if (made != 0) {
      return made;
    }
    for (String[] words : archive.steps()) {
      int code = step(List.of(words), stores);
      if (code != 0) {
        return code;
      }
    }
    where(archive.firstNova(), buckets.resolve(PRIVATE_BUCKET), buckets.resolve(PUBLIC_BUCKET));
    return 0;
  }

  private int step(List<String> words, List<String> stores) {
    String[] all =
        Stream.of(words, stores, List.of("--workspace", workspace.toString()))
            .flatMap(List::stream)
            .toArray(String[]::new);
    say("%n$ novacat %s", String.join(" ", quoted(all)));
    CommandLine here = spec.commandLine();
    return Novacat.commandLine().setOut(here.getOut()).setErr(here.getErr()).execute(all);
  }

  private static List<String> quoted(String[] words) {
    return Arrays.stream(words).map(word -> word.contains(" ") ? '"' + word + '"' : word).toList();
  }

  private void where(String nova, Path bucket, Path site) {
    say("%nWhere to look:");
    say("  pictures    %s/derived/spectra/*/*/plots/preview.png", bucket);
    say("  spectra     %s/derived/spectra/*/*/normalized/spectrum.parquet", bucket);
    say("  curves      %s/derived/photometry/*/plots/lightcurve.png", bucket);
    say("  tables      %s/derived/photometry/*/photometry_table.parquet", bucket);
    say("  bundles     %s/bundles/*/full.zip", bucket);
    say("  the release %s/current/index.html", site);
    if (onS3) {
      say("  commands    with --keep the server stays, and it is said how to use it");
      return;
    }
    say("  one nova    novacat photometry show \"%s\" --workspace %s", nova, workspace);
    say(
        "  all of it   novacat query \"SELECT band_id, time_mjd, magnitude FROM photometry WHERE magnitude IS NOT NULL LIMIT 9\" --workspace %s",
        workspace);
    say("  refused     novacat quarantine list --workspace %s", workspace);
    say("  runs        novacat runs --workspace %s", workspace);
  }

  private void say(String format, Object... values) {
    spec.commandLine().getOut().printf(Locale.ROOT, format + "%n", values);
    spec.commandLine().getOut().flush();
  }

  /**
   * The archive of the demo, and the commands that take it in. A class of its own, since the parser
   * looks at the methods of a command, and would want the makers of samples where there are none.
   *
   * @param firstNova one of its novae, to look at
   * @param steps the words of each command, in their order
   */
  private record DemoArchive(String summary, String firstNova, List<String[]> steps) {
    /**
     * Makes it below {@code folder}; twice makes the same.
     *
     * @throws UserError when it cannot be written
     */
    static DemoArchive write(Path folder, long seed) {
      try {
        SampleArchive spectra = SampleArchive.write(folder, SampleSpec.demo(seed));
        List<SampleNova> novae = spectra.novae();
        CurveArchive curves = CurveArchive.write(folder.resolve("photometry"), seed, novae);
        String summary =
            "Sample archive: %s spectra and %s uploads of photometry of %s novae in %s"
                .formatted(spectra.files().size(), curves.uploads().size(), novae.size(), folder);
        List<String[]> steps = new ArrayList<>();
        novae.forEach(nova -> steps.add(addition(nova)));
        steps.add(words("register", spectra.manifest().toString()));
        steps.add(words("ingest-spectra"));
        steps.add(words("register", "--photometry", curves.folder().toString()));
        steps.add(words("ingest-photometry"));
        steps.add(words("bundle"));
        steps.add(words("publish"));
        steps.add(words("status"));
        steps.add(words("photometry", "list"));
        return new DemoArchive(summary, novae.get(0).name(), steps);
      } catch (IOException e) {
        throw new UserError(
            "Cannot write the sample archive into '%s': %s (choose another --workspace)"
                .formatted(folder, e));
      }
    }

    private static String[] words(String... words) {
      return words;
    }

    private static String[] addition(SampleNova nova) {
      List<String> words = new ArrayList<>(List.of("nova", "add", nova.name()));
      words.addAll(List.of("--ra", Double.toString(nova.raDeg())));
      words.addAll(List.of("--dec", Double.toString(nova.decDeg())));
      for (String alias : nova.aliases()) {
        words.addAll(List.of("--alias", alias));
      }
      return words.toArray(String[]::new);
    }
  }
}
