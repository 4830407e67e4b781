package org.novacat.jobs.photometry.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.item.PhotometryPart;
import org.novacat.persistence.item.PhotometryUpload;
import org.novacat.persistence.item.UploadStatus;
import org.novacat.persistence.item.UploadVerdict;

/**
 * Accepted uploads that would be decided otherwise today. Where a nova turned out to be another,
 * names lead to the survivor now, so its table gets what the merged nova had, and the merged nova
 * is left without parts. Where readers or the band registry have other versions than when an upload
 * was decided, it may have other rows, or be refused, which its report must say.
 */
final class StaleUploads {
  private final Catalog catalog;
  private final MergedNovae merged;

  /** Uploads that need no second look. */
  private final Set<IngestFileId> ofToday = new HashSet<>();

  StaleUploads(Catalog catalog) {
    this.catalog = catalog;
    this.merged = new MergedNovae(catalog);
  }

  /**
   * Lets them wait again. Done again it does nothing that was done before.
   *
   * @param touched novae that the work queue names
   * @return the uploads that this run now has to decide besides those that waited before
   */
  List<PhotometryUpload> reopen(Collection<NovaId> touched) {
    List<PhotometryUpload> reopened = new ArrayList<>();
    for (NovaId nova : touched) {
      boolean gone = !merged.survivor(nova).equals(nova);
      for (PhotometryPart part : catalog.photometryTables().parts(nova)) {
        if (gone || !ofToday.contains(part.upload())) {
          catalog
              .uploads()
              .find(part.upload())
              .filter(upload -> upload.status() != UploadStatus.WAITING)
              .filter(upload -> gone || !isOfToday(upload))
              .flatMap(catalog.uploads()::decideAgain)
              .ifPresent(reopened::add);
        }
      }
    }
    return reopened;
  }

  private boolean isOfToday(PhotometryUpload upload) {
    UploadVerdict verdict = upload.verdict();
    boolean is = verdict != null && verdict.rules().equals(Rules.VERSION);
    if (is) {
      ofToday.add(upload.id());
    }
    return is;
  }
}
