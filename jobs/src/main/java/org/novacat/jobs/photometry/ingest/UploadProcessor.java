package org.novacat.jobs.photometry.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.photometry.FileRefusal;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.StoreException;
import org.novacat.transforms.photometry.read.Understanding;

/**
 * Decides uploads, one after the other: fetch, read, look up novae, split, and put what was
 * rejected into quarantine. Runs on executors; used by one thread.
 */
final class UploadProcessor {
  private final ObjectStore store;
  private final NovaBook book;

  UploadProcessor(ObjectStore store, NovaBook book) {
    this.store = store;
    this.book = book;
  }

  /** Decides one. */
  DecidedUpload process(PlannedUpload planned) {
    try {
      return decide(UploadFile.fetch(store, planned));
    } catch (StoreException | ChangedObject | IllegalArgumentException e) {
      return DecidedUpload.failed(planned.id(), String.valueOf(e.getMessage()));
    }
  }

  private DecidedUpload decide(UploadFile upload) {
    PlannedUpload planned = upload.planned();
    RejectedRows rejected = new RejectedRows(planned.id());
    Lines lines = Lines.of(upload.file().bytes());
    Survey survey = new Survey(upload, lines, rejected);
    return upload
        .reader()
        .read(upload.file(), survey)
        .match(
            read -> accepted(upload, read.understanding(), survey, lines, rejected),
            refused ->
                refuse(upload, format(refused.understanding()), refused.refusal(), rejected));
  }

  private static String format(@Nullable Understanding understanding) {
    return understanding == null ? "" : understanding.format();
  }

  private DecidedUpload accepted(
      UploadFile upload,
      Understanding understood,
      Survey survey,
      Lines lines,
      RejectedRows rejected) {
    Shares shares = Shares.of(survey.objects(), understood.object(), upload.planned().nova(), book);
    List<Portion> portions = shares.portions(survey);
    if (portions.isEmpty() && survey.rows().size() > 0) {
      return refuse(upload, understood.format(), nobody(survey, understood), rejected);
    }
    for (int i = 0; i < survey.rows().size(); i++) {
      int object = survey.objectOfRow().get(i);
      if (shares.nova(object) == null) {
        rejected.add(unresolved(survey.rows().get(i), survey.objects().get(object), lines));
      }
    }
    Parts parts = new Parts(store, upload, survey, shares);
    return accepted(upload, understood, rejected, parts.write(portions, lines, understood));
  }

  private DecidedUpload accepted(
      UploadFile upload,
      Understanding understood,
      RejectedRows rejected,
      List<Manifest.Share> shares) {
    PlannedUpload planned = upload.planned();
    long accepted = shares.stream().mapToLong(share -> share.portion().rows()).sum();
    byte[] manifest = Manifest.write(planned, understood, accepted, rejected.counts(), shares);
    store.put(NovaCatKeys.uploadManifest(planned.id()), Content.of(manifest));
    ArrayList<DecidedUpload.Part> parts = new ArrayList<>();
    shares.forEach(share -> parts.add(share.part()));
    return new DecidedUpload(
        planned.id(),
        null,
        understood.format(),
        accepted + rejected.total(),
        accepted,
        new TreeMap<>(rejected.counts()),
        null,
        parts,
        rejected.total() == 0 ? "" : quarantine(planned, rejected, null, null),
        ContentHash.of(manifest));
  }

  private RejectedRow unresolved(int row, String object, Lines lines) {
    List<String> candidates = new ArrayList<>();
    book.named(object).forEach(nova -> candidates.add(nova.toString()));
    String why = candidates.isEmpty() ? "no nova is called '%s'" : "'%s' stands for several novae";
    return new RejectedRow(
        row,
        lines.text(row),
        RowRejectionCode.OBJECT_UNRESOLVED,
        why.formatted(object),
        candidates);
  }

  private static FileRefusal nobody(Survey survey, Understanding understood) {
    List<String> names = new ArrayList<>(survey.objects());
    names.remove("");
    if (names.isEmpty() && understood.object().isEmpty()) {
      return new FileRefusal(
          FileRefusalCode.OBJECT_MISSING,
          "Nothing says which nova it is about",
          "Register it with --nova NAME, or say it in a sidecar: \"nova\": \"V339 Del\"");
    }
    if (names.isEmpty()) {
      names.add(understood.object());
    }
    String shown = String.join("', '", names.subList(0, Math.min(5, names.size())));
    return new FileRefusal(
        FileRefusalCode.OBJECT_MISSING,
        "No nova of the archive is called '%s'".formatted(shown),
        "Add it with 'novacat nova add' or an alias with 'novacat nova alias', then 'novacat ingest-photometry --retry-refused'");
  }

  private DecidedUpload refuse(
      UploadFile upload, String format, FileRefusal refusal, RejectedRows rejected) {
    PlannedUpload planned = upload.planned();
    TreeMap<RowRejectionCode, Long> counts = new TreeMap<>(rejected.counts());
    long counted = rejected.total();
    return new DecidedUpload(
        planned.id(),
        null,
        format,
        counted,
        0,
        counts,
        new DecidedUpload.Refusal(refusal.code(), refusal.message(), refusal.remedy()),
        new ArrayList<>(),
        quarantine(planned, rejected, refusal, upload.file().bytes()),
        null);
  }

  /**
   * Puts what was rejected where people look for it.
   *
   * @param bytes the file itself; null when only rows of it were rejected
   * @return what the keys begin with
   */
  private String quarantine(
      PlannedUpload planned,
      RejectedRows rejected,
      @Nullable FileRefusal refusal,
      byte @Nullable [] bytes) {
    Instant at = planned.due();
    ObjectKey context = NovaCatKeys.quarantineUploadContext(planned.id(), at);
    store.put(context, Content.of(Json.document(Quarantines.context(planned, rejected, refusal))));
    if (rejected.total() > 0) {
      store.put(
          NovaCatKeys.quarantineUploadRows(planned.id(), at), Content.of(rejected.jsonLines()));
    }
    if (bytes != null) {
      store.put(NovaCatKeys.quarantineUpload(planned.id(), at), Content.of(bytes));
    }
    String key = context.toString();
    return key.substring(0, key.lastIndexOf('/') + 1);
  }
}
