package org.novacat.persistence.photometry;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.failure.UsageException;
import org.novacat.persistence.file.Rights;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.log.Session;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.state.UploadEvent;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.state.UploadTransitions;
import org.novacat.persistence.table.Chunks;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.Parallel;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.table.WriteResult;

/** Photometry uploads: makes them known, finds those that wait. */
public final class Uploads {
  private final Session session;
  private final Table table;

  public Uploads(Session session) {
    this.session = requireNonNull(session, "session is null");
    this.table = session.table();
  }

  /** The upload with an id. */
  public Optional<PhotometryUpload> find(IngestFileId id) {
    return PhotometryUpload.ITEM.find(table, Keys.upload(id));
  }

  /** Those of these uploads that exist, by id; read 100 at a time. */
  public Map<IngestFileId, PhotometryUpload> findAll(Collection<IngestFileId> ids) {
    return table
        .getEach(ids.stream().distinct().map(Keys::upload))
        .map(PhotometryUpload.ITEM::read)
        .collect(toMap(PhotometryUpload::id, upload -> upload));
  }

  /** All uploads. Reads every one of them. */
  public Stream<PhotometryUpload> list() {
    return shards().flatMap(this::list);
  }

  private Stream<PhotometryUpload> list(int shard) {
    return Pages.of(table, Query.of(Keys.uploads(shard), Keys.UPLOADS))
        .map(PhotometryUpload.ITEM::read);
  }

  /** Uploads by state. Reads all of them, several shards at once. */
  public UploadCounts counts() {
    return sum(
        Parallel.parts(Keys.WORK_SHARDS, shard -> sum(list(shard).map(UploadCounts::of))).stream());
  }

  private static UploadCounts sum(Stream<UploadCounts> counts) {
    return counts.reduce(UploadCounts.NONE, UploadCounts::and);
  }

  /** The uploads that wait, by shard, then id. Costs what waits. */
  public Stream<PhotometryUpload> waiting() {
    return table
        .getEach(
            shards()
                .flatMap(shard -> Stream.concat(waiting(shard), waitingBefore(shard)))
                .distinct())
        .map(PhotometryUpload.ITEM::read)
        .filter(PhotometryUpload::isWaiting);
  }

  private Stream<ItemKey> waiting(int shard) {
    return Pages.of(table, Query.of(Keys.uploads(shard), Keys.WAITING))
        .map(item -> Keys.upload(WaitingUpload.ITEM.read(item).id()));
  }

  /** Those that an earlier novacat registered. */
  private Stream<ItemKey> waitingBefore(int shard) {
    return Pages.of(table, Query.ofIndex(Keys.uploads(shard), Keys.WAITING_BEFORE))
        .map(RawItem::key);
  }

  private static Stream<Integer> shards() {
    return IntStream.range(0, Keys.WORK_SHARDS).boxed();
  }

  /**
   * Makes an upload known, or what was said of it anew. The same said twice writes once. Other
   * rights are recorded first, as {@link #recordRights} does; they alone do not let it wait again.
   *
   * @throws ConflictException when another run changes it at the same time
   */
  public UploadKnown register(PhotometryUpload upload) {
    Optional<PhotometryUpload> known = find(upload.id()).map(before -> credited(before, upload));
    if (known.isPresent() && known.get().isSameAs(upload)) {
      mend(known.get());
      return UploadKnown.ALREADY;
    }
    Write write =
        known
            .map(before -> PhotometryUpload.again(before, upload, session.stamp()))
            .orElseGet(() -> PhotometryUpload.ITEM.put(upload, Condition.absent()));
    wait("register upload '%s'".formatted(upload.filename()), upload.id(), write);
    return known.isPresent() ? UploadKnown.AGAIN : UploadKnown.NEW;
  }

  private PhotometryUpload credited(PhotometryUpload known, PhotometryUpload said) {
    Rights now = said.rights().onto(known.rights());
    if (now.equals(known.rights())) {
      return known;
    }
    recordRights(known, now);
    return find(known.id()).orElse(known);
  }

  /** Of an upload that waits, the item by which it is found may be lost. */
  private void mend(PhotometryUpload known) {
    if (known.isWaiting() && table.get(Keys.waiting(known.id())) == null) {
      Write check = new Write.Check(Keys.upload(known.id()), known.meta().asRead());
      table.transact(List.of(WaitingUpload.begins(known.id(), session.stamp()), check));
    }
  }

  /**
   * Lets an upload wait again that was decided, with nothing new said of it.
   *
   * @param upload as it was read
   * @return the upload as it waits now; empty when another run changed it meanwhile
   */
  public Optional<PhotometryUpload> decideAgain(PhotometryUpload upload) {
    Write write = PhotometryUpload.again(upload, upload, session.stamp());
    return waits(upload.id(), write) instanceof TransactResult.Cancelled
        ? Optional.empty()
        : find(upload.id()).filter(now -> now.status() == UploadStatus.WAITING);
  }

  /**
   * Removes parts that the verdict of their upload does not name. A run that wrote them and lives
   * after all cannot record its verdict any more, so that no verdict names a part that is gone.
   * Done again it does nothing.
   *
   * @throws ConflictException when another run changes the upload at the same time
   */
  public void removeUnnamed(IngestFileId id, Collection<NovaId> novae) {
    Chunks.of(novae.stream(), Table.MOST_IN_ONE_REQUEST - 1)
        .forEach(chunk -> find(id).ifPresent(upload -> removeUnnamed(upload, chunk)));
  }

  private void removeUnnamed(PhotometryUpload upload, List<NovaId> novae) {
    List<Write> writes = new ArrayList<>();
    novae.stream()
        .filter(nova -> !upload.hasRowsOf(nova))
        .map(nova -> Keys.photometryPart(nova, upload.id()))
        .map(key -> new Write.Delete(key, Condition.always()))
        .forEach(writes::add);
    if (!writes.isEmpty()) {
      writes.add(PhotometryUpload.fenced(upload, session.stamp()));
      if (table.transact(writes) instanceof TransactResult.Cancelled) {
        throw conflict("remove parts of upload '%s'".formatted(upload.id()));
      }
    }
  }

  /**
   * Records what others may do with an upload, in place of what was recorded before, and that all
   * who pass its rows on have to see it.
   *
   * @param upload as it was read
   * @throws ConflictException when it is no longer as it was read
   */
  public void recordRights(PhotometryUpload upload, Rights rights) {
    Stamp stamp = session.stamp();
    List<Write> writes = new ArrayList<>();
    writes.add(
        Changes.of(Keys.upload(upload.id()), stamp)
            .set(Rights.FIELDS, rights)
            .when(upload.meta().asRead()));
    String id = upload.id().toString();
    UploadVerdict verdict = upload.verdict();
    for (NovaId nova : verdict == null ? List.<NovaId>of() : verdict.novae()) {
      writes.addAll(WorkItem.ofProducts(nova, DirtyType.RIGHTS, id, stamp));
    }
    int together = Math.min(writes.size(), Table.MOST_IN_ONE_REQUEST);
    List<Write> rest = writes.subList(together, writes.size());
    // Whoever sees them before the change sees them again; were there none before, a crash between
    // would leave novae that nobody looks at.
    note(rest);
    if (table.transact(writes.subList(0, together)) instanceof TransactResult.Cancelled) {
      throw conflict("record the rights of upload '%s'".formatted(id));
    }
    note(rest);
  }

  private void note(List<Write> work) {
    Chunks.of(work.stream(), Table.MOST_IN_ONE_REQUEST).forEach(table::transact);
  }

  /** All uploads of which something is in quarantine. Reads all uploads. */
  public Stream<PhotometryUpload> inQuarantine() {
    return list().filter(PhotometryUpload::isInQuarantine);
  }

  /**
   * Lets an upload in quarantine have another try by a person's word: the next run decides it anew.
   * What was found before stays on record until then.
   *
   * @throws UsageException when there is no such upload, or its status does not allow it
   * @throws ConflictException when a run changes it meanwhile
   */
  public UploadStatus approveRetry(IngestFileId id) {
    PhotometryUpload upload = reviewed(id, UploadEvent.RETRY_APPROVED);
    wait("review upload '%s'".formatted(id), id, PhotometryUpload.retried(upload, session.stamp()));
    return UploadStatus.WAITING;
  }

  /**
   * Refuses an upload for good: no run decides it again, unless somebody registers it with another
   * sidecar or for another nova.
   *
   * @param why in a person's words; "" for no word
   * @throws UsageException when there is no such upload, or it is not refused
   * @throws ConflictException when a run changes it meanwhile
   */
  public UploadStatus reject(IngestFileId id, String why) {
    PhotometryUpload upload = reviewed(id, UploadEvent.REJECTED);
    Write rejected = PhotometryUpload.rejected(upload, why, session.stamp());
    if (table.write(rejected) instanceof WriteResult.Refused) {
      throw conflict("review upload '%s'".formatted(id));
    }
    return UploadStatus.REJECTED;
  }

  private PhotometryUpload reviewed(IngestFileId id, UploadEvent event) {
    Optional<PhotometryUpload> found = find(id);
    if (found.isEmpty()) {
      throw new UsageException(
          "Cannot review upload '%s': there is none with this id (see 'novacat quarantine list')"
              .formatted(id));
    }
    UploadTransitions.TABLE.required(found.get().status(), event, "upload '%s'".formatted(id));
    return found.get();
  }

  private void wait(String what, IngestFileId id, Write write) {
    if (waits(id, write) instanceof TransactResult.Cancelled) {
      throw conflict(what);
    }
  }

  /** The upload and what says that it waits are one. */
  private TransactResult waits(IngestFileId id, Write write) {
    return table.transact(List.of(WaitingUpload.begins(id, session.stamp()), write));
  }

  private static ConflictException conflict(String what) {
    return new ConflictException(
        "Cannot %s: another run changed it meanwhile (run the command again)".formatted(what));
  }
}
