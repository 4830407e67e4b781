package org.novacat.fits.bench;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.novacat.fits.bench.Contestant.Pass;
import org.novacat.fits.bench.Contestant.Work;

/** The passes of all contestants, and what they come to. */
final class Standings {
  private final Map<String, Map<Work, List<Pass>>> passes = new LinkedHashMap<>();

  void add(String contestant, Work work, Pass pass) {
    passes
        .computeIfAbsent(contestant, c -> new LinkedHashMap<>())
        .computeIfAbsent(work, w -> new ArrayList<>())
        .add(pass);
  }

  /** Rates in Markdown: the median, and in brackets those of the slowest and the fastest round. */
  String table(int files, double megabytes) {
    StringBuilder table =
        new StringBuilder("| | headers, files/s | full read, files/s | full read, MB/s |\n")
            .append("|---|---|---|---|\n");
    passes.forEach(
        (contestant, works) ->
            table.append(
                "| %s | %s | %s | %s |%n"
                    .formatted(
                        contestant,
                        rates(works.get(Work.HEADERS), files),
                        rates(works.get(Work.FULL), files),
                        rates(works.get(Work.FULL), megabytes))));
    return table.toString();
  }

  private static String rates(List<Pass> passes, double amount) {
    double[] rates = passes.stream().mapToDouble(p -> amount / p.seconds()).sorted().toArray();
    int n = rates.length;
    double median = (rates[(n - 1) / 2] + rates[n / 2]) / 2;
    return String.format(ROOT, "%,.0f (%,.0f to %,.0f)", median, rates[0], rates[n - 1]);
  }

  /**
   * Compares what all passes of all contestants found in the files.
   *
   * @throws IllegalStateException when two differ
   */
  void checkAgreement() {
    for (Work work : Work.values()) {
      double expected = passes.values().iterator().next().get(work).get(0).result();
      passes.forEach(
          (contestant, works) ->
              works.get(work).forEach(pass -> check(contestant, work, pass.result(), expected)));
      System.out.printf(ROOT, "%s: all found %.8g%n", work, expected);
    }
  }

  private static void check(String contestant, Work work, double found, double expected) {
    if (Math.abs(found - expected) > work.tolerance() * Math.abs(expected)) {
      throw new IllegalStateException(
          "%s of %s is %s, expected %s".formatted(work, contestant, found, expected));
    }
  }
}
