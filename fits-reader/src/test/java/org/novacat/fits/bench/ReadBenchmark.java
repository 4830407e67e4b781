package org.novacat.fits.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.novacat.fits.bench.Contestant.Work;

/**
 * Reads a list of files with the reader and its peers in turn, one thread, several rounds, and
 * prints a table of the rates. It fails when two disagree about what the files hold.
 *
 * <p>Arguments: a file with a path on each line, the number of rounds, then for each program a word
 * {@code NAME=COMMAND} whose words are separated by blanks (see {@link Contestant#of(List)}).
 */
public final class ReadBenchmark {
  /** After the fourth pass no rate rises any more. */
  private static final int WARM_UP = 5;

  private ReadBenchmark() {}

  /** See the class. */
  public static void main(String[] args) throws IOException {
    List<Path> files = Files.readAllLines(Path.of(args[0])).stream().map(Path::of).toList();
    Map<String, Contestant> contestants = new LinkedHashMap<>();
    contestants.put("novacat", Contestant.of(new NovacatReading(), files));
    contestants.put("nom-tam-fits", Contestant.of(new NomTamReading(), files));
    rounds(WARM_UP, contestants);
    for (String program : Arrays.asList(args).subList(2, args.length)) {
      String[] parts = program.split("=", 2);
      contestants.put(parts[0], Contestant.of(List.of(parts[1].split(" "))));
    }
    Standings standings = rounds(Integer.parseInt(args[1]), contestants);
    System.out.print(standings.table(files.size(), megabytes(files)));
    standings.checkAgreement();
  }

  private static Standings rounds(int rounds, Map<String, Contestant> contestants)
      throws IOException {
    Standings standings = new Standings();
    for (int i = 0; i < rounds; i++) {
      for (Work work : Work.values()) {
        for (Map.Entry<String, Contestant> one : contestants.entrySet()) {
          standings.add(one.getKey(), work, one.getValue().run(work));
        }
      }
    }
    return standings;
  }

  private static double megabytes(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes / 1e6;
  }
}
