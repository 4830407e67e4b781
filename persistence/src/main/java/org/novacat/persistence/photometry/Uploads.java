package org.novacat.persistence.photometry;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.item.DirtyType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.PhotometryPart;
import org.novacat.persistence.item.PhotometryPartItem;
import org.novacat.persistence.item.PhotometryUpload;
import org.novacat.persistence.item.PhotometryUploadItem;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.item.UploadVerdict;
import org.novacat.persistence.item.WorkItem;
import org.novacat.persistence.item.WorkItemItem;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.state.UploadEvent;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.state.UploadTransitions;
import org.novacat.persistence.table.Chunks;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.Parallel;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.table.WriteResult;

/** Photometry uploads: makes them known, finds those that wait, records what was decided. */
public final class Uploads {
  /** Two writes a nova, and one of the upload itself. */
  private static final int NOVAE_A_TRANSACTION = (Table.MOST_IN_ONE_REQUEST - 1) / 2;

  private final Table table;
  private final RunContext run;
  private final Clock clock;

  public Uploads(Table table, RunContext run, Clock clock) {
    this.table = requireNonNull(table, "table is null");
    this.run = requireNonNull(run, "run is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** The upload with an id. */
  public Optional<PhotometryUpload> find(IngestFileId id) {
    return Optional.ofNullable(table.get(PhotometryUploadItem.key(id)))
        .map(PhotometryUploadItem::read);
  }

  /** Those of these uploads that exist, by id; read 100 at a time. */
  public Map<IngestFileId, PhotometryUpload> findAll(Collection<IngestFileId> ids) {
    return Chunks.of(
            ids.stream().distinct().map(PhotometryUploadItem::key), Table.MOST_IN_ONE_REQUEST)
        .flatMap(chunk -> table.getAll(chunk).items().stream())
        .map(PhotometryUploadItem::read)
        .collect(toMap(PhotometryUpload::id, upload -> upload));
  }

  /** All uploads. Reads every one of them. */
  public Stream<PhotometryUpload> list() {
    return shards().flatMap(this::list);
  }

  private Stream<PhotometryUpload> list(int shard) {
    return Pages.of(table, Query.of(Keys.uploads(shard), Keys.uploadPrefix()))
        .map(PhotometryUploadItem::read);
  }

  /** The human gate of quarantine. */
  public UploadReviews reviews() {
    return new UploadReviews(table, this);
  }

  /** Uploads by state. Reads all of them, several shards at once. */
  public UploadCounts counts() {
    UploadCounter all = new UploadCounter();
    Parallel.parts(Keys.WORK_SHARDS, shard -> UploadCounter.of(list(shard))).forEach(all::add);
    return all.counts();
  }

  /** The uploads that wait, by shard, then id. Costs what waits. */
  public Stream<PhotometryUpload> waiting() {
    Stream<RawItem> indexed =
        shards()
            .flatMap(
                shard -> Pages.of(table, Query.ofIndex(Keys.uploads(shard), Keys.waitingPrefix())));
    return Chunks.of(indexed, Table.MOST_IN_ONE_REQUEST)
        .flatMap(chunk -> current(chunk))
        .filter(upload -> upload.status() == UploadStatus.WAITING);
  }

  /** The index lags behind; the table does not. */
  private Stream<PhotometryUpload> current(List<RawItem> entries) {
    return table.getAll(entries.stream().map(RawItem::key).toList()).items().stream()
        .map(PhotometryUploadItem::read)
        .sorted(comparing(PhotometryUpload::id));
  }

  private static Stream<Integer> shards() {
    return IntStream.range(0, Keys.WORK_SHARDS).boxed();
  }

  /**
   * Makes an upload known, or what was said of it anew. The same said twice writes once.
   *
   * @throws ConflictException when another run changes it at the same time
   */
  public UploadKnown register(PhotometryUpload upload) {
    Optional<PhotometryUpload> known = find(upload.id());
    if (known.isPresent() && known.get().isSameAs(upload)) {
      return UploadKnown.ALREADY;
    }
    Write write =
        known
            .map(before -> PhotometryUploadItem.again(before, upload, stamp()))
            .orElseGet(() -> PhotometryUploadItem.fresh(upload));
    if (table.write(write) instanceof WriteResult.Refused) {
      throw new ConflictException(
          "Cannot register upload '%s': another run changed it meanwhile (run the command again)"
              .formatted(upload.filename()));
    }
    return known.isPresent() ? UploadKnown.AGAIN : UploadKnown.NEW;
  }

  /**
   * Lets an upload wait again that was decided, with nothing new said of it.
   *
   * @param upload as it was read
   * @return the upload as it waits now; empty when another run changed it meanwhile
   */
  public Optional<PhotometryUpload> decideAgain(PhotometryUpload upload) {
    Write write = PhotometryUploadItem.again(upload, upload, stamp());
    return table.write(write) instanceof WriteResult.Refused
        ? Optional.empty()
        : find(upload.id()).filter(now -> now.status() == UploadStatus.WAITING);
  }

  /**
   * Records what was decided about an upload: its parts, that the tables of all novae it touches or
   * touched must be built anew, and, as the last write, the verdict. Until that write it waits and
   * will be decided again, by anybody, with the same outcome.
   *
   * @param upload as it was read; when it has changed since, nothing is written
   * @param parts one for each nova of the verdict
   * @return whether this run decided it; if not, another run did
   * @throws org.novacat.persistence.failure.UsageException when it was accepted already as it was
   *     read, or rejected for good
   */
  public boolean decide(
      PhotometryUpload upload, UploadVerdict verdict, List<PhotometryPart> parts) {
    UploadTransitions.TABLE.required(
        upload.status(),
        verdict.refusal() == null ? UploadEvent.ACCEPTED : UploadEvent.REFUSED,
        "upload '%s'".formatted(upload.id()));
    Stamp stamp = stamp();
    List<List<Write>> chunks =
        Chunks.of(touched(upload, parts).stream(), NOVAE_A_TRANSACTION)
            .map(novae -> writes(upload, novae, parts, stamp))
            .toList();
    Write last = PhotometryUploadItem.decided(upload, verdict, stamp);
    if (chunks.isEmpty()) {
      return applied(List.of(), last);
    }
    Write check =
        new Write.Check(PhotometryUploadItem.key(upload.id()), PhotometryUploadItem.asRead(upload));
    for (List<Write> chunk : chunks.subList(0, chunks.size() - 1)) {
      if (!applied(chunk, check)) {
        return false;
      }
    }
    return applied(chunks.get(chunks.size() - 1), last);
  }

  /** Novae that have rows of it, or had under an earlier verdict. */
  private static List<NovaId> touched(PhotometryUpload upload, List<PhotometryPart> parts) {
    Set<NovaId> novae = new HashSet<>();
    parts.forEach(part -> novae.add(part.novaId()));
    UploadVerdict before = upload.verdict();
    if (before != null) {
      novae.addAll(before.novae());
    }
    return novae.stream().sorted().toList();
  }

  private List<Write> writes(
      PhotometryUpload upload, List<NovaId> novae, List<PhotometryPart> parts, Stamp stamp) {
    List<Write> writes = new ArrayList<>();
    for (NovaId nova : novae) {
      writes.add(part(upload, nova, parts));
      WorkItem dirty = new WorkItem(nova, DirtyType.PHOTOMETRY, stamp.at());
      writes.add(new Write.Put(WorkItemItem.write(dirty, stamp), Condition.always()));
    }
    return writes;
  }

  private static Write part(PhotometryUpload upload, NovaId nova, List<PhotometryPart> parts) {
    return parts.stream()
        .filter(part -> part.novaId().equals(nova))
        .findFirst()
        .map(PhotometryPartItem::put)
        .orElseGet(
            () -> new Write.Delete(PhotometryPartItem.key(nova, upload.id()), Condition.always()));
  }

  private boolean applied(List<Write> writes, Write ofTheUpload) {
    List<Write> all = new ArrayList<>(writes);
    all.add(ofTheUpload);
    TransactResult result = table.transact(all, UUID.randomUUID().toString());
    return !(result instanceof TransactResult.Cancelled cancelled)
        || isOurs(cancelled.reasons().get(all.size() - 1).current(), ofTheUpload);
  }

  /** A refused condition may be our own first try whose reply was lost. */
  private boolean isOurs(@Nullable RawItem current, Write write) {
    if (current == null || write instanceof Write.Check) {
      return false;
    }
    PhotometryUpload now = PhotometryUploadItem.read(current);
    return now.status() != UploadStatus.WAITING && now.meta().updatedBy().equals(run.jobRunId());
  }

  Stamp stamp() {
    return new Stamp(clock.instant(), run.jobRunId());
  }
}
