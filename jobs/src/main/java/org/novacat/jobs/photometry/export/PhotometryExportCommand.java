package org.novacat.jobs.photometry.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.Pipe;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.export.Destination;
import org.novacat.jobs.export.TableFiles;
import org.novacat.jobs.nova.Named;
import org.novacat.jobs.photometry.table.NovaTable;
import org.novacat.jobs.photometry.table.PhotometrySystems;
import org.novacat.jobs.photometry.table.TableInfo;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.run.Temporary;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.photometry.PhotometryTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code novacat photometry export}. */
@Command(
    name = "export",
    description = {
      "Write the photometry table of a nova for other programs.",
      "VOTable and ECSV have units, UCDs and descriptions; the AAVSO's format has what fits into it,"
          + " and what does not is counted."
    },
    footer = {
      "",
      "Examples:",
      "  novacat photometry export \"RS Oph\" --format votable",
      "  novacat photometry export \"U Sco\" --format aavso --to u_sco.txt",
      "  novacat photometry export \"GK Per\" --format csv --to - | head"
    })
public final class PhotometryExportCommand extends StoreCommand {
  private static final String STANDARD_OUTPUT = "-";
  private static final int BUFFER = 1 << 16;

  @Parameters(paramLabel = "NOVA", description = "Name, alias or id.")
  private String name = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "votable, ecsv, csv or aavso. Default: what the name of the file says, else votable")
  private @Nullable PhotometryFormat format;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description =
          "File to write, - for standard output. Default: the name of the nova, in this folder")
  private @Nullable String to;

  @Option(
      names = "--times",
      paramLabel = "COUNT",
      description = "With aavso: jd or hjd, the times of the file. Default: those of most rows")
  private @Nullable AavsoTimes times;

  @Option(names = "--force", description = "Replace the file when it is there.")
  private boolean force;

  @Override
  protected ExitCode run(Stores stores) {
    if (times != null && format() != PhotometryFormat.AAVSO) {
      throw new UserError(
          "Cannot export with --times %s: it is for --format aavso (leave it out)"
              .formatted(times));
    }
    try (FetchedTable table = FetchedTable.of(stores, Named.nova(stores, name))) {
      if (STANDARD_OUTPUT.equals(to)) {
        toStandardOutput(table);
      } else {
        toFile(table);
      }
    }
    return ExitCode.OK;
  }

  private PhotometryFormat format() {
    if (format != null) {
      return format;
    }
    return to == null
        ? PhotometryFormat.VOTABLE
        : PhotometryFormat.ofFileName(to).orElse(PhotometryFormat.VOTABLE);
  }

  private void toStandardOutput(FetchedTable table) {
    OutputStream out = new BufferedOutputStream(Pipe.bytes(), BUFFER);
    try {
      AavsoTally tally = write(table, out);
      out.flush();
      say(tally);
    } catch (IOException e) {
      if (!System.out.checkError()) { // else the process ends accordingly
        throw new UncheckedIOException("Cannot read a table that was fetched", e);
      }
    }
  }

  private void toFile(FetchedTable table) {
    PhotometryFormat chosen = format();
    String named = table.nova().primaryName().replaceAll("[^\\p{L}\\p{N}+.-]+", "_");
    Path file = Path.of(to == null ? named + "." + chosen.ending() : to);
    AavsoTally[] tally = new AavsoTally[1];
    Destination.write(file, force, out -> tally[0] = write(table, out));
    report(table, file, tally[0]);
  }

  /** What became of the rows, where a format does not take all; else null. */
  private @Nullable AavsoTally write(FetchedTable table, OutputStream out) throws IOException {
    PhotometryStarTable rows = new PhotometryStarTable(table.file(), table.info(), facts(table));
    switch (format()) {
      case VOTABLE -> TableFiles.voTable(rows, "", PhotometrySystems.ALL, out);
      case ECSV -> TableFiles.ecsv(rows, out);
      case CSV -> TableFiles.csv(rows, out);
      case AAVSO -> {
        return new AavsoExport(table.file(), comments(table)).write(times, out);
      }
    }
    return null;
  }

  private static SortedMap<String, String> facts(FetchedTable table) {
    return PhotometryFiles.facts(
        table.nova().id(),
        table.nova().primaryName(),
        table.info(),
        table.item().object().sha256());
  }

  private static List<String> comments(FetchedTable table) {
    return facts(table).entrySet().stream()
        .map(fact -> fact.getKey() + ": " + fact.getValue())
        .toList();
  }

  private void report(FetchedTable table, Path file, @Nullable AavsoTally tally) {
    long rows = tally == null ? table.info().rows() : tally.written();
    String nova = table.nova().primaryName();
    var json = Json.object().put("nova_id", table.nova().id().toString());
    json.put("format", format().name().toLowerCase(Locale.ROOT));
    json.put("file", file.toString()).put("rows", rows);
    if (tally != null) {
      tally.addTo(json);
    }
    print(json, String.format(Locale.ROOT, "Wrote %,d rows of %s to %s", rows, nova, file));
    say(tally);
  }

  private void say(@Nullable AavsoTally tally) {
    if (tally != null) {
      tally.lines().forEach(err()::println);
    }
  }

  /** The file formats of an export. Equal tables give equal bytes in each. */
  enum PhotometryFormat {
    VOTABLE("vot"),
    ECSV("ecsv"),
    CSV("csv"),
    /** The AAVSO Extended File Format: magnitudes in bands that it has codes for. */
    AAVSO("txt");

    private final String ending;

    PhotometryFormat(String ending) {
      this.ending = ending;
    }

    /** What file names end in, without the dot. */
    String ending() {
      return ending;
    }

    /** The format that a file name promises, if any. */
    static Optional<PhotometryFormat> ofFileName(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.endsWith(".xml") || lower.endsWith(".votable")) {
        return Optional.of(VOTABLE);
      }
      return Stream.of(values()).filter(format -> lower.endsWith("." + format.ending)).findFirst();
    }
  }

  /**
   * The photometry table of a nova, fetched into the temporary folder; closing it removes the file.
   */
  private record FetchedTable(Nova nova, PhotometryTable item, Path file, TableInfo info)
      implements AutoCloseable {
    /**
     * Fetches a table.
     *
     * @throws org.novacat.jobs.cli.UserError when the nova has none
     * @throws org.novacat.persistence.store.UnusableObject when the object is not the one that the
     *     item points at
     */
    static FetchedTable of(Stores stores, Nova nova) {
      PhotometryTable item = NovaTable.of(stores, nova, "export");
      try {
        Path file = Temporary.file("novacat-export-", ".parquet");
        try {
          stores.archive().fetch(item.object(), file).get();
          return new FetchedTable(nova, item, file, TableInfo.of(file));
        } catch (RuntimeException | IOException e) {
          Files.deleteIfExists(file);
          throw e;
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot keep a table in the temporary folder", e);
      }
    }

    @Override
    public void close() {
      Temporary.delete(file);
    }
  }
}
