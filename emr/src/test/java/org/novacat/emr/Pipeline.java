package org.novacat.emr;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.novacat.jobs.samples.SampleNova;

/**
 * The commands that bring data in and make products of them, each with the options that name the
 * stores.
 *
 * @param program runs a command that must end well; what it says on standard output
 * @param stores options
 */
record Pipeline(Function<String[], String> program, List<String> stores) {
  /** Runs a command; what it says on standard output. */
  String run(String... words) {
    return program.apply(with(words));
  }

  /** A command with the options that name the stores, and JSON for its report. */
  String[] with(String... words) {
    return Stream.of(Stream.of(words), stores.stream(), Stream.of("--output", "json"))
        .flatMap(one -> one)
        .toArray(String[]::new);
  }

  /** Adds the novae of a sample archive, each with its place and all its names. */
  void addNovae(SampleData data) {
    for (SampleNova nova : data.spectra().novae()) {
      List<String> words = new ArrayList<>(List.of("nova", "add", nova.name()));
      words.addAll(List.of("--ra", "" + nova.raDeg(), "--dec", "" + nova.decDeg()));
      nova.aliases().forEach(alias -> words.addAll(List.of("--alias", alias)));
      run(words.toArray(String[]::new));
    }
  }

  String registerSpectra(SampleData data) {
    return run("register", data.spectra().manifest().toString());
  }

  String registerPhotometry(SampleData data) {
    return run("register", "--photometry", data.curves().folder().toString());
  }
}
