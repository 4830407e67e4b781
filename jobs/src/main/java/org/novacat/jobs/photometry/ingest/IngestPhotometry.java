package org.novacat.jobs.photometry.ingest;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.novacat.jobs.job.Job;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.report.TextTable;
import org.novacat.jobs.run.OtherBucket;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.nova.NovaBook;
import org.novacat.persistence.photometry.PhotometryPart;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.UploadVerdict;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.run.WorkQueue;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.table.Chunks;
import org.novacat.persistence.table.Table;
import org.novacat.transforms.photometry.row.RowRules;

/**
 * The job: decides the uploads that wait, and builds the tables of all novae that the work queue
 * names, those that a dead run left there included. Its report is what {@code --dry-run} shows.
 *
 * @param queued novae whose tables wait to be built
 * @param again novae whose tables are to be built whether anything of them changed or not
 */
record IngestPhotometry(
    String name,
    List<PhotometryUpload> waiting,
    Collection<NovaId> queued,
    List<NovaId> again,
    Duration fileTime,
    Clock clock)
    implements Job, Report {
  private static final int MOST_SHOWN = 20;

  IngestPhotometry {
    waiting = List.copyOf(waiting);
    queued = List.copyOf(queued);
    again = List.copyOf(again);
  }

  @Override
  public String workflow() {
    return "ingest_photometry";
  }

  @Override
  public Content input() {
    ObjectNode root = Json.object().put("workflow", workflow());
    var uploads = root.putArray("uploads");
    for (PhotometryUpload upload : waiting) {
      ObjectNode node = uploads.addObject().put("ingest_file_id", upload.id().toString());
      node.put("filename", upload.filename()).put("sha256", upload.raw().sha256().hex());
      node.put("version", upload.meta().version());
    }
    Stream.concat(queued.stream(), again.stream())
        .distinct()
        .sorted()
        .forEach(nova -> root.withArray("novae").add(nova.toString()));
    return Content.of(Json.document(root));
  }

  @Override
  public String nothingToDo() {
    return "Nothing to do: no upload is waiting.";
  }

  @Override
  public void run(JobRunner run) {
    OtherBucket.refuse(
        run.stores().archive(), waiting.stream().findFirst().map(PhotometryUpload::raw));
    PhotometryTally tally = new PhotometryTally(run);
    tally.planUploads(waiting.size());
    if (!waiting.isEmpty() || !queued.isEmpty() || !again.isEmpty()) {
      run.begin();
      WorkQueue queue = run.stores().catalog().workQueue();
      again.forEach(nova -> queue.put(nova, DirtyType.PHOTOMETRY, WorkConsumer.TABLE));
      decide(run, tally);
      build(run, tally);
    }
  }

  private void decide(JobRunner run, PhotometryTally tally) {
    long start = System.nanoTime();
    Catalog catalog = run.stores().catalog();
    StaleUploads stale = new StaleUploads(catalog);
    List<PhotometryUpload> next = new ArrayList<>(waiting);
    next.addAll(reopened(run, stale, tally));
    while (!next.isEmpty() && !run.stopped()) {
      NovaBook book = NovaBook.of(catalog.novae().list());
      new UploadPhase(run, clock, tally, fileTime).decide(next, book);
      // These uploads touch novae whose other uploads may be stale as well.
      next = run.stopped() ? List.of() : reopened(run, stale, tally);
    }
    run.measured("decide_seconds", (System.nanoTime() - start) / 1e9);
  }

  private List<PhotometryUpload> reopened(
      JobRunner run, StaleUploads stale, PhotometryTally tally) {
    List<PhotometryUpload> reopened = stale.reopen(dirty(run).keySet());
    tally.planUploads(reopened.size());
    return reopened;
  }

  private void build(JobRunner run, PhotometryTally tally) {
    if (!run.stopped()) {
      long start = System.nanoTime();
      Map<NovaId, List<WorkItem>> dirty = dirty(run);
      tally.planTables(dirty.size());
      new TablePhase(run, clock, tally).build(dirty);
      run.measured("build_seconds", (System.nanoTime() - start) / 1e9);
    }
  }

  private static Map<NovaId, List<WorkItem>> dirty(JobRunner run) {
    return TablePhase.dirty(run.stores().catalog());
  }

  private long bytes() {
    return waiting.stream().mapToLong(upload -> upload.raw().byteLength()).sum();
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object().put("job", name).put("dry_run", true);
    root.put("uploads", waiting.size()).put("bytes", bytes());
    return root.put("novae_waiting", queued.size());
  }

  @Override
  public List<String> lines() {
    TextTable table = new TextTable("upload", "bytes");
    waiting.stream()
        .limit(MOST_SHOWN)
        .forEach(upload -> table.row(upload.filename(), upload.raw().byteLength()));
    List<String> lines = new ArrayList<>(table.lines());
    if (waiting.size() > MOST_SHOWN) {
      lines.add(String.format(Locale.ROOT, "and %,d more", waiting.size() - MOST_SHOWN));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "Would decide %,d uploads of %,d bytes and build the tables they touch; %,d novae wait already. Nothing was written.",
            waiting.size(),
            bytes(),
            queued.size()));
    return lines;
  }

  /**
   * Accepted uploads that would be decided otherwise today. Where a nova turned out to be another,
   * names lead to the survivor now, so its table gets what the merged nova had, and the merged nova
   * is left without parts. Where readers or the band registry have other versions than when an
   * upload was decided, it may have other rows, or be refused, which its report must say. One whose
   * rows were not kept as Parquet, or under another schema, is decided once more for these.
   */
  private static final class StaleUploads {
    private final Catalog catalog;

    /** Uploads that need no second look. */
    private final Set<IngestFileId> ofToday = new HashSet<>();

    StaleUploads(Catalog catalog) {
      this.catalog = catalog;
    }

    /**
     * Lets them wait again. Done again it does nothing that was done before.
     *
     * @param touched novae that the work queue names
     * @return the uploads that this run now has to decide besides those that waited before
     */
    List<PhotometryUpload> reopen(Collection<NovaId> touched) {
      List<PhotometryUpload> reopened = new ArrayList<>();
      Chunks.of(touched.stream(), Table.MOST_IN_ONE_REQUEST)
          .forEach(novae -> reopened.addAll(reopenChunk(novae)));
      return reopened;
    }

    private List<PhotometryUpload> reopenChunk(List<NovaId> novae) {
      Set<NovaId> gone = merged(novae);
      List<PhotometryPart> parts =
          novae.stream()
              .flatMap(nova -> catalog.photometryTables().parts(nova).stream())
              .filter(part -> gone.contains(part.novaId()) || !ofToday.contains(part.upload()))
              .toList();
      Map<IngestFileId, PhotometryUpload> uploads =
          catalog.uploads().findAll(parts.stream().map(PhotometryPart::upload).toList());
      List<PhotometryUpload> reopened = new ArrayList<>();
      for (PhotometryPart part : parts) {
        Optional.ofNullable(uploads.get(part.upload()))
            .filter(upload -> upload.status() != UploadStatus.WAITING)
            .filter(upload -> upload.hasRowsOf(part.novaId()))
            .filter(upload -> gone.contains(part.novaId()) || !isOfToday(part, upload))
            .ifPresent(
                upload -> {
                  uploads.remove(upload.id());
                  catalog.uploads().decideAgain(upload).ifPresent(reopened::add);
                });
      }
      return reopened;
    }

    private Set<NovaId> merged(List<NovaId> novae) {
      return catalog.novae().findAll(novae).stream()
          .filter(nova -> nova.mergedInto() != null)
          .map(Nova::id)
          .collect(toSet());
    }

    private boolean isOfToday(PhotometryPart part, PhotometryUpload upload) {
      UploadVerdict verdict = upload.verdict();
      boolean is =
          part.parquet() != null && verdict != null && verdict.rules().equals(RowRules.KEPT);
      if (is) {
        ofToday.add(upload.id());
      }
      return is;
    }
  }
}
