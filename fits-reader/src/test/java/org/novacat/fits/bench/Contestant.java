package org.novacat.fits.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is timed: a way of reading in this JVM, or a program of its own. */
interface Contestant {
  /** Takes all headers, or all numbers, of all files once. */
  Pass run(Work work) throws IOException;

  /** What is done with each file. */
  enum Work {
    /** Of a keyword that one of the files repeats, nom-tam-fits keeps one card. */
    HEADERS("h", "(?:cards|acc)", 1e-3),
    /** The programs print eight digits. */
    FULL("f", "(?:sum|acc)", 1e-7);

    private final String letter;
    private final String result;
    private final double tolerance;

    Work(String letter, String result, double tolerance) {
      this.letter = letter;
      this.result = result;
      this.tolerance = tolerance;
    }

    /** How far two may differ, relative. */
    double tolerance() {
      return tolerance;
    }
  }

  /**
   * One pass over the files.
   *
   * @param result the number of cards, or the sum
   */
  record Pass(double seconds, double result) {}

  /** In this JVM. */
  static Contestant of(FileReading reading, List<Path> files) {
    return work -> {
      long start = System.nanoTime();
      double result = 0;
      for (Path file : files) {
        result += work == Work.HEADERS ? reading.cards(file) : reading.sum(file);
      }
      return new Pass((System.nanoTime() - start) / 1e9, result);
    };
  }

  /**
   * A program, its word {@code MODE} replaced by {@code h} or {@code f}, that prints a line with
   * {@code t=SECONDS} and {@code cards=}, {@code sum=} or, for either, {@code acc=}.
   */
  static Contestant of(List<String> command) {
    return work -> {
      String output =
          output(command.stream().map(w -> w.equals("MODE") ? work.letter : w).toList());
      return new Pass(number("t", output), number(work.result, output));
    };
  }

  private static String output(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    try (InputStream out = builder.redirectError(Redirect.INHERIT).start().getInputStream()) {
      return new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static double number(String key, String output) {
    Matcher found = Pattern.compile(" " + key + "=(\\S+)").matcher(output);
    if (!found.find()) {
      throw new IllegalStateException("No '%s' in '%s'".formatted(key, output));
    }
    return Double.parseDouble(found.group(1));
  }
}
