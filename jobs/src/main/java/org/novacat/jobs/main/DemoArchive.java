package org.novacat.jobs.main;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleNova;
import org.novacat.jobs.samples.SampleSpec;
import org.novacat.jobs.samples.photometry.CurveArchive;

/**
 * The archive of the demo, and the commands that take it in. A class of its own, since the parser
 * looks at the methods of a command, and would want the makers of samples where there are none.
 *
 * @param firstNova one of its novae, to look at
 * @param steps the words of each command, in their order
 */
record DemoArchive(String summary, String firstNova, List<String[]> steps) {
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
