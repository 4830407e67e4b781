package org.novacat.jobs.composite;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.cli.Version;
import org.novacat.jobs.composite.CompositeReport.Written;
import org.novacat.jobs.export.Destination;
import org.novacat.jobs.nova.Named;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.spectrum.CompositeExport;
import org.novacat.jobs.spectrum.CompositeExport.Labels;
import org.novacat.jobs.spectrum.ExportFormat;
import org.novacat.persistence.nova.Nova;
import org.novacat.transforms.composite.Composer;
import org.novacat.transforms.composite.Composite;
import org.novacat.transforms.composite.Composition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code novacat export composite}. */
@Command(
    name = "composite",
    description = {
      "Join the spectra of a nova that one instrument took in one night.",
      "Exposures are averaged, arms are put side by side, and what does not go together is left out"
          + " with the reason. The archive stays as it is."
    },
    footer = {
      "",
      "Examples:",
      "  novacat export composite \"RS Oph\" --night 2021-08-24 --out rs_oph.fits --dry-run",
      "  novacat export composite \"RS Oph\" --night 2021-08-24 --instrument XSHOOTER --out rs_oph.vot"
    })
public final class ExportCompositeCommand extends StoreCommand {
  @Parameters(paramLabel = "NOVA", description = "Name, alias or id.")
  private String name = "";

  @Option(
      names = "--night",
      paramLabel = "DATE",
      required = true,
      description =
          "The night: UTC date of its first exposure, as 2021-08-24. What follows within half a day"
              + " is of it.")
  private String night = "";

  @Option(
      names = "--instrument",
      paramLabel = "TEXT",
      description =
          "The instrument, or a part of its name. Needed when the night has spectra of several")
  private @Nullable String instrument;

  @Option(
      names = {"--out", "--to"},
      paramLabel = "FILE",
      required = true,
      description = "File to write. Several composites are numbered: night-1.fits, night-2.fits")
  private @Nullable Path to;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "fits, votable, ecsv or csv, which has no lineage. Default: what the name of the file"
              + " says, else fits")
  private @Nullable ExportFormat format;

  @Option(names = "--force", description = "Replace files that are there.")
  private boolean force;

  @Option(names = "--dry-run", description = "Say what would be joined and write nothing.")
  private boolean dryRun;

  @Override
  protected ExitCode run(Stores stores) {
    LocalDate date = date();
    Nova nova = Named.nova(stores, name);
    NightOfNova of =
        new NightOfNova(nova.primaryName(), date, stores.catalog().products().ofNova(nova.id()));
    Constituents constituents = Constituents.read(stores, of.of(instrument));
    Composition joined = Composer.compose(constituents.all());
    List<Written> written = write(nova, constituents.timeScale(), joined.composites());
    print(new CompositeReport(nova, date, written, joined.leftOut(), dryRun));
    if (written.isEmpty()) {
      throw new UserError(
          "Cannot join spectra of '%s': of the night %s no two go together (the reasons stand above)"
              .formatted(nova.primaryName(), date));
    }
    return ExitCode.OK;
  }

  private LocalDate date() {
    try {
      return LocalDate.parse(night);
    } catch (DateTimeParseException e) {
      throw new UserError(
          "Cannot join spectra of the night '%s': this is no date (write it as 2021-08-24)"
              .formatted(night));
    }
  }

  private List<Written> write(Nova nova, String timeScale, List<Composite> composites) {
    Labels labels = new Labels(nova.primaryName(), timeScale, "novacat " + Version.current());
    List<Path> files =
        composites.size() == 1
            ? List.of(file())
            : IntStream.rangeClosed(1, composites.size()).mapToObj(this::numbered).toList();
    if (!dryRun) {
      files.forEach(file -> Destination.check(file, force));
    }
    List<Written> written = new ArrayList<>();
    for (int i = 0; i < composites.size(); i++) {
      byte[] bytes = CompositeExport.bytes(composites.get(i), labels, format());
      if (!dryRun) {
        Destination.write(files.get(i), bytes, force);
      }
      written.add(new Written(composites.get(i), files.get(i).toString(), format(), bytes.length));
    }
    return written;
  }

  private Path file() {
    return requireNonNull(to, "out is null");
  }

  private ExportFormat format() {
    return format != null
        ? format
        : ExportFormat.ofFileName(String.valueOf(file().getFileName())).orElse(ExportFormat.FITS);
  }

  private Path numbered(int number) {
    String whole = String.valueOf(file().getFileName());
    int dot = whole.lastIndexOf('.');
    int end = dot > 0 ? dot : whole.length();
    return file()
        .resolveSibling("%s-%s%s".formatted(whole.substring(0, end), number, whole.substring(end)));
  }
}
