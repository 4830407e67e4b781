package org.novacat.jobs.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.novacat.jobs.admin.RunsCommand.RunReport;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.StoreCommand;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.photometry.TableCounts;
import org.novacat.persistence.photometry.UploadCounts;
import org.novacat.persistence.product.Census;
import org.novacat.persistence.product.ProductCounts;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.state.AcquisitionStatus;
import org.novacat.persistence.state.Eligibility;
import org.novacat.persistence.state.ProductState;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.state.ValidationStatus;
import picocli.CommandLine.Command;

/** {@code novacat status}. */
@Command(
    name = "status",
    description = "Spectra and photometry by state.",
    footer = {"", "Example: novacat status --workspace ~/novae"})
public final class StatusCommand extends StoreCommand {
  @Override
  protected ExitCode run(Stores stores) {
    print(StatusReport.of(stores.catalog()));
    return ExitCode.OK;
  }

  /** Spectra and photometry by state, in the words of people. */
  private record StatusReport(ProductCounts counts, PhotometryStatus photometry) implements Report {
    /** What a product's state means to its owner. */
    private enum Standing {
      VALID("valid"),
      REPROCESSING("valid, and to be read again by ingest-spectra"),
      WAITING("waiting for ingest-spectra"),
      ACQUIRING("waiting for its bytes (register its file again)"),
      DUPLICATE("duplicate of a valid product"),
      QUARANTINED("in quarantine"),
      REJECTED("rejected for good");

      private final String words;

      Standing(String words) {
        this.words = words;
      }

      static Standing of(ProductState state) {
        if (state.validation() == ValidationStatus.VALID) {
          return state.eligibility() == Eligibility.ACQUIRE ? REPROCESSING : VALID;
        }
        if (state.eligibility() == Eligibility.ACQUIRE) {
          return WAITING;
        }
        if (state.acquisition() == AcquisitionStatus.ACQUIRING) {
          return ACQUIRING;
        }
        if (state.acquisition() == AcquisitionStatus.SKIPPED_DUPLICATE) {
          return DUPLICATE;
        }
        return state.validation() == ValidationStatus.QUARANTINED ? QUARANTINED : REJECTED;
      }
    }

    static StatusReport of(Catalog catalog) {
      Census census = catalog.census();
      return new StatusReport(census.spectra(), PhotometryStatus.of(catalog, census.tables()));
    }

    private Map<Standing, Long> standings() {
      Map<Standing, Long> standings = new EnumMap<>(Standing.class);
      counts
          .byState()
          .forEach((state, count) -> standings.merge(Standing.of(state), count, Long::sum));
      return standings;
    }

    @Override
    public ObjectNode json() {
      ObjectNode root = Json.object();
      root.put("spectra", counts.total());
      ObjectNode states = root.putObject("by_state");
      counts.byState().forEach((state, count) -> states.put(state.toString(), count));
      ObjectNode reasons = root.putObject("quarantined_by_reason");
      counts.quarantined().forEach((reason, count) -> reasons.put(reason.name(), count));
      root.set("photometry", photometry.json());
      return root;
    }

    @Override
    public List<String> lines() {
      if (counts.total() == 0 && photometry.isEmpty()) {
        return List.of("No spectrum yet (bring some in with 'novacat register').");
      }
      List<String> lines = new ArrayList<>();
      if (counts.total() > 0) {
        lines.addAll(spectra());
      }
      if (!photometry.isEmpty()) {
        lines.addAll(photometry.lines());
      }
      return lines;
    }

    private List<String> spectra() {
      TextTable table = new TextTable("spectra", "count");
      standings().forEach((standing, count) -> table.row(standing.words, count));
      List<String> lines = new ArrayList<>(table.lines());
      if (!counts.quarantined().isEmpty()) {
        TextTable reasons = new TextTable("in quarantine because", "count");
        for (Map.Entry<QuarantineReason, Long> reason : counts.quarantined().entrySet()) {
          reasons.row(reason.getKey().name(), reason.getValue());
        }
        lines.addAll(reasons.lines());
      }
      return lines;
    }
  }

  /**
   * How far the photometry of an archive is.
   *
   * @param novaeWaiting novae whose tables have to be built anew
   */
  private record PhotometryStatus(UploadCounts uploads, TableCounts tables, long novaeWaiting) {
    /** Reads every upload. */
    static PhotometryStatus of(Catalog catalog, TableCounts tables) {
      UploadCounts uploads = catalog.uploads().counts();
      return uploads.total() == 0
          ? new PhotometryStatus(uploads, TableCounts.NONE, 0)
          : new PhotometryStatus(uploads, tables, waiting(catalog));
    }

    private static long waiting(Catalog catalog) {
      return catalog.workQueue().list(WorkConsumer.TABLE).map(WorkItem::novaId).distinct().count();
    }

    boolean isEmpty() {
      return uploads.total() == 0;
    }

    ObjectNode json() {
      ObjectNode root = Json.object().put("uploads", uploads.total());
      ObjectNode states = root.putObject("by_status");
      uploads.byStatus().forEach((status, count) -> states.put(status.name(), count));
      ObjectNode codes = root.putObject("refused_by_code");
      uploads.refused().forEach((code, count) -> codes.put(code.name(), count));
      root.put("rows_accepted", uploads.rowsAccepted())
          .put("rows_rejected", uploads.rowsRejected());
      root.put("tables", tables.tables()).put("table_rows", tables.rows());
      Instant newest = tables.newest();
      root.put("newest_table", newest == null ? null : newest.toString());
      return root.put("novae_waiting", novaeWaiting);
    }

    List<String> lines() {
      TextTable table = new TextTable("photometry uploads", "count");
      uploads.byStatus().forEach((status, count) -> table.row(words(status), count));
      List<String> lines = new ArrayList<>(table.lines());
      if (!uploads.refused().isEmpty()) {
        TextTable codes = new TextTable("refused because", "count");
        uploads.refused().forEach((code, count) -> codes.row(code.name(), count));
        lines.addAll(codes.lines());
      }
      lines.add(
          String.format(
              Locale.ROOT,
              "Rows of accepted uploads: %,d accepted, %,d rejected",
              uploads.rowsAccepted(),
              uploads.rowsRejected()));
      lines.addAll(tableLines());
      return lines;
    }

    private List<String> tableLines() {
      List<String> lines = new ArrayList<>();
      Instant newest = tables.newest();
      lines.add(
          newest == null
              ? "No photometry table yet"
              : String.format(
                  Locale.ROOT,
                  "%,d photometry tables with %,d rows, the last built %s",
                  tables.tables(),
                  tables.rows(),
                  RunReport.seconds(newest)));
      if (novaeWaiting > 0) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%,d novae wait for their table (novacat ingest-photometry)",
                novaeWaiting));
      }
      return lines;
    }

    private static String words(UploadStatus status) {
      return status == UploadStatus.WAITING
          ? "waiting for ingest-photometry"
          : status.name().toLowerCase(Locale.ROOT);
    }
  }
}
