package org.novacat.persistence.commit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.photometry.PhotometryPart;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.UploadVerdict;
import org.novacat.persistence.photometry.WaitingUpload;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.table.Chunks;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Write;

/**
 * What is recorded of an upload, or the next piece of it. The write or check of the upload itself
 * comes last, on the version that was read.
 *
 * @param rest the pieces that follow when this one is written; the last has the verdict
 */
record UploadUnit(UploadOutcome outcome, List<Write> writes, List<List<Write>> rest)
    implements CommitUnit {
  /** Two writes a nova, one of what says that the upload waits, and one of the upload itself. */
  private static final int NOVAE_A_PIECE = (Table.MOST_IN_ONE_REQUEST - 2) / 2;

  UploadUnit {
    writes = List.copyOf(writes);
    rest = List.copyOf(rest);
  }

  static UploadUnit of(UploadOutcome outcome, Stamp stamp) {
    PhotometryUpload upload = outcome.upload();
    Write verdict = PhotometryUpload.decided(upload, outcome.verdict(), stamp);
    List<Write> last = List.of(WaitingUpload.ends(upload.id()), verdict);
    Write check = new Write.Check(Keys.upload(upload.id()), upload.meta().asRead());
    List<List<NovaId>> pieces = Chunks.of(touched(outcome).stream(), NOVAE_A_PIECE).toList();
    List<List<Write>> all = new ArrayList<>();
    for (int n = 0; n < pieces.size(); n++) {
      List<Write> piece = new ArrayList<>(writes(outcome, pieces.get(n), stamp));
      piece.addAll(n == pieces.size() - 1 ? last : List.of(check));
      all.add(piece);
    }
    return all.isEmpty()
        ? new UploadUnit(outcome, last, List.of())
        : new UploadUnit(outcome, all.get(0), all.subList(1, all.size()));
  }

  /** What follows; empty after the verdict. */
  Optional<UploadUnit> next() {
    return rest.isEmpty()
        ? Optional.empty()
        : Optional.of(new UploadUnit(outcome, rest.get(0), rest.subList(1, rest.size())));
  }

  /** Novae that have rows of it, or had under an earlier verdict. */
  private static List<NovaId> touched(UploadOutcome outcome) {
    Set<NovaId> novae = new HashSet<>();
    outcome.parts().forEach(part -> novae.add(part.novaId()));
    UploadVerdict before = outcome.upload().verdict();
    if (before != null) {
      novae.addAll(before.novae());
    }
    return novae.stream().sorted().toList();
  }

  private static List<Write> writes(UploadOutcome outcome, List<NovaId> novae, Stamp stamp) {
    String change = outcome.upload().id().toString();
    List<Write> writes = new ArrayList<>();
    for (NovaId nova : novae) {
      writes.add(part(outcome, nova));
      writes.add(WorkItem.due(nova, DirtyType.PHOTOMETRY, WorkConsumer.TABLE, change, stamp));
    }
    return writes;
  }

  private static Write part(UploadOutcome outcome, NovaId nova) {
    for (PhotometryPart part : outcome.parts()) {
      if (part.novaId().equals(nova)) {
        return PhotometryPart.ITEM.put(part, Condition.always());
      }
    }
    return new Write.Delete(Keys.photometryPart(nova, outcome.upload().id()), Condition.always());
  }
}
