package org.novacat.jobs.main;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
    footer = {"", "Example: novacat demo --workspace /tmp/demo"})
public final class DemoCommand implements Callable<Integer> {
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

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    SampleMakers.require();
    DemoArchive archive = DemoArchive.write(workspace.resolve("demo-archive"), seed);
    say("%s", archive.summary());
    for (String[] words : archive.steps()) {
      int code = step(words);
      if (code != 0) {
        return code;
      }
    }
    where(archive.firstNova());
    return 0;
  }

  private int step(String... words) {
    String[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--workspace";
    all[words.length + 1] = workspace.toString();
    say("%n$ novacat %s", String.join(" ", quoted(all)));
    CommandLine here = spec.commandLine();
    return Novacat.commandLine().setOut(here.getOut()).setErr(here.getErr()).execute(all);
  }

  private static List<String> quoted(String[] words) {
    return Arrays.stream(words).map(word -> word.contains(" ") ? '"' + word + '"' : word).toList();
  }

  private void where(String nova) {
    Path bucket = workspace.resolve("buckets").resolve("nova-cat-private-data");
    say("%nWhere to look:");
    say("  pictures    %s/derived/spectra/*/*/plots/preview.png", bucket);
    say("  spectra     %s/derived/spectra/*/*/normalized/spectrum.parquet", bucket);
    say("  curves      %s/derived/photometry/*/plots/lightcurve.png", bucket);
    say("  tables      %s/derived/photometry/*/photometry_table.parquet", bucket);
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
}
