package org.novacat.jobs.register;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.Count;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.job.Job;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.nova.Named;
import org.novacat.jobs.register.fetch.FetchLimits;
import org.novacat.jobs.register.fetch.FetchLimits.WebLimits;
import org.novacat.jobs.register.source.Candidate;
import org.novacat.jobs.register.source.Candidates;
import org.novacat.jobs.register.source.FileNames;
import org.novacat.jobs.register.source.FolderScan;
import org.novacat.jobs.register.source.ManifestReader;
import org.novacat.jobs.register.source.Merged;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException.Rejection;
import org.novacat.jobs.register.source.SpectrumFolder;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.Provider;
import org.novacat.persistence.nova.NewNova;
import org.novacat.persistence.nova.NovaNames;
import org.novacat.persistence.nova.Novae;
import org.novacat.persistence.retry.RetryPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code novacat register}. */
@Command(
    name = "register",
    description = "Bring raw files in: from folders, files, archives or a manifest.",
    footer = {
      "",
      "A manifest is a .csv with a header line or a .jsonl; its columns are nova, provider,",
      "product_key, locator, sha256, of which only locator is always needed, and what a sidecar may",
      "state: flux_unit, wavelength_unit, date … (docs/formats/spectra-as-text.md). Rights and credit",
      "stand in rights, licence, bibcode, doi, observers, acknowledgement and source_url, of spectra and",
      "of photometry (docs/operations.md).",
      "",
      "What is stated of spectra may also stand in FILE.sidecar.json, or in one metadata table of a",
      "folder, a row a file; where these name the novae, --nova is not needed.",
      "",
      "With --photometry the sources are photometry uploads in any format; without --nova the files",
      "themselves, or sidecars beside them, have to say whose they are.",
      "",
      "Examples:",
      "  novacat register ~/spectra --nova \"V339 Del\"",
      "  novacat register ~/williams --add-novae",
      "  novacat register --photometry aavso.txt ~/lightcurves",
      "  novacat register manifest.csv --dry-run"
    })
public final class RegisterCommand extends StoreCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCE",
      description = "Folders, spectra (FITS or text), archives (.zip, .tar.gz), or manifests.")
  private List<Path> sources = List.of();

  @Option(
      names = "--nova",
      paramLabel = "NAME",
      description =
          "The nova of all files; of manifest rows and sidecars that name none. Added when not known.")
  private @Nullable String nova;

  @Option(names = "--photometry", description = "The sources are photometry, not spectra.")
  private boolean photometry;

  @Option(
      names = "--add-novae",
      description =
          "Add novae that manifests, sidecars and metadata tables name and that are not known,"
              + " without coordinates.")
  private boolean addNovae;

  @Option(
      names = "--restate",
      description = {
        "Let what is stated now of a valid spectrum take the place of what was stated, and the",
        "spectrum be read again by the next ingest-spectra. To undo it, state the old facts so."
      })
  private boolean restates;

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      defaultValue = "local",
      description = "Who supplies them, where a manifest does not say. Default: local")
  private String provider = "local";

  @Option(
      names = "--max-file-bytes",
      paramLabel = "N",
      defaultValue = "536870912",
      converter = Count.class,
      description = "Largest raw file. Default: 536870912 (512 MiB)")
  private long maxFileBytes = FetchLimits.STANDARD.maxFileBytes();

  @Option(
      names = "--http-wait",
      paramLabel = "SECONDS",
      defaultValue = "30",
      converter = Count.class,
      description = {
        "How long a web server is waited for: for its answer, and for each stretch of a file, in",
        "which 1 KiB a second must come. Default: 30"
      })
  private long httpWait = WebLimits.STANDARD.patience().toSeconds();

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description = "rejected: end with code 3 when a file or row was rejected.")
  private @Nullable FailOn failOn;

  @Option(names = "--dry-run", description = "Only say what would be registered.")
  private boolean dryRun;

  /** What makes the command end with code 3. */
  enum FailOn {
    REJECTED
  }

  @Override
  public Integer call() {
    if (restates && photometry) {
      throw new UserError(
          "Cannot register photometry with --restate: it is for spectra (leave out --restate)");
    }
    sources.forEach(RegisterCommand::checkExists);
    if (nova != null) {
      Named.checkUsable(nova);
    }
    if (dryRun) {
      Stores.check(storeOptions());
      print(candidates());
      return ExitCode.OK.code();
    }
    return super.call();
  }

  @Override
  protected boolean bringsIn() {
    return true;
  }

  @Override
  protected RetryPolicy patience() {
    return RetryPolicy.PATIENT;
  }

  @Override
  protected ExitCode run(Stores stores) {
    Candidates candidates = candidates();
    addNovae(stores.catalog().novae(), candidates);
    FetchLimits limits =
        FetchLimits.STANDARD
            .withMaxFileBytes(maxFileBytes)
            .withHttpWait(Duration.ofSeconds(httpWait));
    Job job =
        photometry
            ? new UploadJob(candidates, limits, clock())
            : new RegisterJob(candidates, limits, clock(), restates);
    return JobRunner.run(job, stores, runId(), this::print).exitCode(failOn != null);
  }

  private static void checkExists(Path source) {
    if (!Files.exists(source)) {
      throw new UserError(
          "Cannot register '%s': there is no such file or folder (check the path)"
              .formatted(source));
    }
  }

  /**
   * A nova that the user names outright is added; names in manifests may be typos, so they wait.
   */
  private void addNovae(Novae novae, Candidates candidates) {
    candidates.accepted().stream()
        .map(Candidate::nova)
        .distinct()
        .filter(name -> addNovae || name.equals(nova))
        .filter(NovaNames::isName)
        .filter(name -> novae.resolve(name).novae().isEmpty())
        .forEach(name -> add(novae, name));
  }

  private void add(Novae novae, String name) {
    novae.add(NewNova.named(name));
    err().printf("Added nova '%s'; its coordinates are not known.%n", name);
  }

  private Candidates candidates() {
    Candidates all = sources.size() == 1 ? candidates(sources.get(0)) : merged();
    return all.agreed();
  }

  private Candidates merged() {
    Merged all = new Merged();
    for (Path source : sources) {
      try (Candidates found = found(source)) {
        all.add(found);
      }
    }
    return all.candidates();
  }

  /**
   * Of several lists one that cannot be read is rejected by name, and the others go on; a lone one
   * is the user's mistake, and so is one that says who may see files: the others may name them.
   */
  private Candidates found(Path source) {
    try {
      return candidates(source);
    } catch (UserError e) {
      if (!isList(source) || (isManifestName(source) && ManifestReader.saysRights(source))) {
        throw e;
      }
      Rejection rejection =
          new Rejection(
              source.toString(), RejectCode.LIST_UNREADABLE, String.valueOf(e.getMessage()));
      return new Candidates(List.of(), List.of(rejection), List.of(), List.of());
    }
  }

  private boolean isList(Path source) {
    return nova != null || photometry || isManifestName(source);
  }

  private static boolean isManifestName(Path source) {
    return FileNames.isManifest(String.valueOf(source.getFileName()));
  }

  private Candidates candidates(Path source) {
    return photometry ? uploads(source) : spectra(source);
  }

  private Candidates uploads(Path source) {
    String target = nova == null ? Candidate.NO_NOVA : nova;
    Provider supplier = supplier();
    if (Files.isDirectory(source)) {
      return FolderScan.scan(
          source, storeOptions().folders(), Companions::asideOfUploads, target, supplier);
    }
    return ManifestReader.listsUploads(source)
        ? ManifestReader.read(source, target, supplier)
        : new Candidates(
            List.of(FolderScan.candidate(source, target, supplier)),
            List.of(),
            List.of(),
            List.of());
  }

  private Candidates spectra(Path source) {
    Provider supplier = supplier();
    if (ManifestReader.listsSpectra(source)) {
      return ManifestReader.ofSpectra(source, nova, supplier);
    }
    Candidates found =
        Files.isDirectory(source)
            ? SpectrumFolder.scan(source, storeOptions().folders(), nova, supplier)
            : SpectrumFolder.file(source, nova, supplier);
    if (nova == null && isOfNobody(found)) {
      throw new UserError(
          "Cannot register '%s': whose spectra are they? (give --nova NAME, or a manifest)"
              .formatted(source));
    }
    return found;
  }

  /** Whether nothing is to be registered for no reason but that nobody says whose it is. */
  private static boolean isOfNobody(Candidates found) {
    boolean nothing = found.rejected().isEmpty() && found.skipped().isEmpty();
    return found.accepted().isEmpty()
        && found.rejected().stream().allMatch(one -> one.code() == RejectCode.NOVA_UNSTATED)
        && (nothing || !found.rejected().isEmpty());
  }

  private Provider supplier() {
    return UserError.ifRefused(() -> new Provider(provider));
  }
}
