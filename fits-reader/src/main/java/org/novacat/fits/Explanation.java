package org.novacat.fits;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.ProfileRegistry.Candidate;
import org.novacat.fits.ProfileRegistry.Selection;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.RefusedException;
import org.novacat.layouts.spectrum.ReadResult;

/**
 * How a file was read, for people.
 *
 * @param fileName name without folders
 * @param hdus what the file holds; empty when it could not be opened
 * @param verdicts every profile that was asked, in order
 * @param result what became of the file; axis, medium and time in it name their sources
 */
public record Explanation(
    String fileName, List<HduSummary> hdus, List<Verdict> verdicts, ReadResult result) {
  public Explanation {
    requireNonNull(fileName, "fileName is null");
    requireNonNull(result, "result is null");
    hdus = List.copyOf(hdus);
    verdicts = List.copyOf(verdicts);
  }

  /**
   * One HDU.
   *
   * @param index from 0
   * @param name EXTNAME or ""
   * @param kind what its data are
   * @param shape BITPIX and axes, e.g. {@code -32 [2048, 107]}
   * @param columns name and form of each column, e.g. {@code FLUX 4096E erg/s}; empty for images
   */
  public record HduSummary(
      int index, String name, String kind, String shape, List<String> columns) {
    public HduSummary {
      requireNonNull(name, "name is null");
      requireNonNull(kind, "kind is null");
      requireNonNull(shape, "shape is null");
      columns = List.copyOf(columns);
    }
  }

  /**
   * What one profile said.
   *
   * @param profile {@code id@version}
   * @param rank how sure a match was; "" without a match
   * @param chosen whether it took the file
   * @param reason why or why not
   * @param inputs the cards and columns that decided
   */
  public record Verdict(
      String profile, String rank, boolean chosen, String reason, Map<String, String> inputs) {
    public Verdict {
      requireNonNull(profile, "profile is null");
      requireNonNull(rank, "rank is null");
      requireNonNull(reason, "reason is null");
      inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
    }
  }

  static Explanation of(
      String fileName, @Nullable FitsFile file, Selection selection, ReadResult result) {
    List<HduSummary> hdus =
        file == null ? List.of() : file.hdus().stream().map(Explanation::summary).toList();
    List<Verdict> verdicts =
        selection.candidates().stream().map(c -> verdict(c, c.equals(selection.chosen()))).toList();
    return new Explanation(fileName, hdus, verdicts, result);
  }

  private static HduSummary summary(Hdu hdu) {
    return new HduSummary(
        hdu.index(),
        hdu.name(),
        hdu.kind().name(),
        hdu.bitpix() + " " + Arrays.toString(hdu.axes()),
        hdu.isTable() ? columns(hdu) : List.of());
  }

  private static List<String> columns(Hdu hdu) {
    try {
      return Table.of(hdu).columns().stream()
          .map(c -> (c.name() + " " + c.form() + " " + c.unit()).strip())
          .collect(Collectors.toList());
    } catch (RefusedException e) {
      return List.of(e.refusal().message());
    }
  }

  private static Verdict verdict(Candidate candidate, boolean chosen) {
    Object rank = candidate.match().rank();
    return new Verdict(
        candidate.profile().id(),
        rank == null ? "" : rank.toString(),
        chosen,
        candidate.match().reason(),
        candidate.match().inputs());
  }
}
