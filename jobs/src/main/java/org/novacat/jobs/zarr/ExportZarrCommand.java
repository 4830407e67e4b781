package org.novacat.jobs.zarr;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.job.Ending;
import org.novacat.jobs.job.JobReport;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.query.ProductCondition;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.zarr.row.Grid;
import org.novacat.jobs.zarr.row.LeftOut;
import org.novacat.layouts.id.DataProductId;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.tree.Publisher;
import org.novacat.persistence.tree.TreeLocation;
import org.novacat.transforms.continuum.ContinuumFit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code novacat export zarr}. */
@Command(
    name = "zarr",
    description = {
      "Write valid spectra as a Zarr store for machine learning, a row an order.",
      "It is read back and held against its contract before anybody can see it."
    },
    footer = {
      "",
      "DATASET is a folder, or s3a://bucket/folder; its name ends with .zarr.",
      "",
      "Examples:",
      "  novacat export zarr novae.zarr",
      "  novacat export zarr delphini.zarr --nova \"V339 Del\" --grid 3800:7200:1 --continuum poly:3",
      "  novacat export zarr good.zarr --where \"snr > 20 AND flux_calibration = 'ABSOLUTE'\"",
      "  novacat zarr validate novae.zarr"
    })
public final class ExportZarrCommand extends StoreCommand {
  private static final String LONGEST = "100000";

  @Parameters(paramLabel = "DATASET", description = "Where to write it.")
  private String dataset = "";

  @Option(
      names = "--nova",
      paramLabel = "NOVA",
      description = "Only spectra of these novae, by name, alias or id.")
  private List<String> novae = new ArrayList<>();

  @Option(
      names = "--provider",
      paramLabel = "NAME",
      description = "Only spectra of these providers.")
  private List<String> providers = new ArrayList<>();

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description =
          "Only spectra for which this holds, in SQL, of the columns of products ('novacat query \"DESCRIBE products\"')")
  private @Nullable String where;

  @Option(names = "--public", description = "Only spectra that everybody may see.")
  private boolean publicOnly;

  @Option(
      names = "--grid",
      paramLabel = "GRID",
      description =
          "native: each spectrum on its own wavelengths; or START:STOP:STEP in Angstrom (or with nm or um behind it): all resampled, flux conserved. Default: native")
  private String grid = "native";

  @Option(
      names = "--continuum",
      paramLabel = "FIT",
      description = "none, or poly:N: a polynomial of degree N. Default: none")
  private String continuum = "none";

  @Option(
      names = "--flux",
      paramLabel = "WHICH",
      description =
          "calibrated: in erg s-1 cm-2 Angstrom-1, spectra without are left out; as-found: in the unit of each file. Default: calibrated when all are, else as-found")
  private @Nullable String flux;

  @Option(
      names = "--wavelength",
      paramLabel = "WHICH",
      description =
          "vacuum: spectra whose medium is not known are left out; as-found: in the medium of each file. Default: vacuum when all are known, else as-found")
  private @Nullable String wavelength;

  @Option(
      names = "--max-samples",
      paramLabel = "N",
      defaultValue = LONGEST,
      description = "Longer spectra are left out. Default: " + LONGEST)
  private int mostSamples = Integer.parseInt(LONGEST);

  @Option(
      names = "--overwrite",
      description =
          "When there is a store already, write a new version beside it and lead readers there; the old one stays.")
  private boolean overwrite;

  @Option(names = "--dry-run", description = "Only show what would be exported.")
  private boolean dryRun;

  @Override
  protected RetryPolicy patience() {
    return RetryPolicy.PATIENT;
  }

  @Override
  protected ExitCode run(Stores stores) {
    ExportOptions options = options();
    TreeLocation place = storeOptions().tree(dataset);
    refuseBuckets(place);
    Target target =
        Target.of(
            place, overwrite, runId(), new Publisher(runId().toString(), any -> false, clock()));
    Selection selection = selection(stores, options);
    if (dryRun) {
      show(selection, target);
      return ExitCode.OK;
    }
    ExportZarr job = new ExportZarr(selection, options, target, clock());
    JobReport report = JobRunner.run(job, stores, runId(), this::print);
    boolean lost = report.count(Ending.REFUSED, LeftOut.OBJECT_LOST) > 0;
    return lost && report.exitCode() == ExitCode.OK ? ExitCode.DAMAGED : report.exitCode();
  }

  /** Everybody reads the public bucket; the private one has nothing that no item points at. */
  private void refuseBuckets(TreeLocation place) {
    if (place.isIn(storeOptions().privateBucket())) {
      throw new UserError(
          "Cannot export to '%s': it is in the private bucket of the archive, which holds nothing else (name another place)"
              .formatted(place));
    }
    if (!publicOnly
        && storeOptions().hasPublicBucket()
        && place.isIn(storeOptions().publicBucket())) {
      throw new UserError(
          "Cannot export to '%s': it is in the public bucket, and spectra may be private (add --public, or name another place)"
              .formatted(place));
    }
  }

  private Selection selection(Stores stores, ExportOptions options) {
    LocalDate today = LocalDate.ofInstant(clock().instant(), ZoneOffset.UTC);
    Selection selection = Selection.of(stores, options, wanted(stores), today);
    if (selection.spectra().isEmpty() && selection.lost().isEmpty()) {
      throw new UserError(
          "Cannot export '%s': no valid spectrum is what --nova, --provider, --where and --public ask for (see 'novacat status')"
              .formatted(dataset));
    }
    return selection;
  }

  private Predicate<DataProductId> wanted(Stores stores) {
    String condition = where;
    if (condition == null) {
      return any -> true;
    }
    Set<DataProductId> found =
        ProductCondition.spectra(stores, storeOptions().tableOptions(), condition);
    return found::contains;
  }

  private ExportOptions options() {
    if (mostSamples < 1) {
      throw new UserError(
          "Cannot export: --max-samples cannot be %s (give 1 or more)".formatted(mostSamples));
    }
    return new ExportOptions(
        novae,
        providers,
        where,
        publicOnly,
        UserError.ifRefused(() -> Grid.parse(grid)),
        degree(),
        choice(flux, "--flux", "calibrated")
            ? ExportOptions.Flux.CALIBRATED
            : flux == null ? ExportOptions.Flux.AUTO : ExportOptions.Flux.AS_FOUND,
        choice(wavelength, "--wavelength", "vacuum")
            ? ExportOptions.Axis.VACUUM
            : wavelength == null ? ExportOptions.Axis.AUTO : ExportOptions.Axis.AS_FOUND,
        mostSamples);
  }

  /** Whether the strict one was chosen. */
  private static boolean choice(@Nullable String named, String option, String strict) {
    if (named != null && !named.equals(strict) && !named.equals("as-found")) {
      throw new UserError(
          "Cannot use %s '%s': it is neither %s nor as-found (choose one)"
              .formatted(option, named, strict));
    }
    return strict.equals(named);
  }

  private @Nullable Integer degree() {
    if (continuum.equals("none")) {
      return null;
    }
    if (!continuum.matches("poly:[0-9]{1,3}")) {
      throw new UserError(
          "Cannot use --continuum '%s': it is neither none nor poly:N (write poly:3)"
              .formatted(continuum));
    }
    int degree = Integer.parseInt(continuum.substring("poly:".length()));
    UserError.ifRefused(() -> ContinuumFit.poly(degree));
    return degree;
  }

  private void show(Selection selection, Target target) {
    print(
        Json.object()
            .put("job", "export zarr")
            .put("dry_run", true)
            .put("store", target.store().toString())
            .put("spectra", selection.spectra().size())
            .put("not_public", selection.notPublic())
            .put("lost", selection.lost().size()),
        "Would export %s spectra, %s of them not public, to '%s'; %s more have lost their objects. Nothing was written."
            .formatted(
                selection.spectra().size(),
                selection.notPublic(),
                target.store(),
                selection.lost().size()));
  }
}
