package org.novacat.jobs.photometry.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.item.Nova;
import org.novacat.persistence.item.PhotometryPart;
import org.novacat.persistence.item.PhotometryUpload;
import org.novacat.persistence.item.UploadStatus;

/**
 * Novae that turned out to be others. Their uploads are decided again: names lead to the survivor
 * now, so its table gets what the merged nova had, and the merged nova is left without parts.
 */
final class MergedNovae {
  private final Catalog catalog;

  MergedNovae(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The nova that a nova was merged into in the end; itself when it was not, or is unknown. */
  NovaId survivor(NovaId nova) {
    NovaId at = nova;
    for (NovaId next = into(at); !next.equals(at); next = into(at)) {
      at = next;
    }
    return at;
  }

  private NovaId into(NovaId nova) {
    NovaId into = catalog.novae().find(nova).map(Nova::mergedInto).orElse(null);
    return into == null ? nova : into;
  }

  /**
   * Lets the uploads of merged novae wait again. Done again it does nothing that was done before.
   *
   * @param touched novae that the work queue names
   * @return the uploads that this run now has to decide besides those that waited before
   */
  List<PhotometryUpload> reopen(Collection<NovaId> touched) {
    List<PhotometryUpload> reopened = new ArrayList<>();
    for (NovaId nova : touched) {
      if (!into(nova).equals(nova)) {
        for (PhotometryPart part : catalog.photometryTables().parts(nova)) {
          catalog
              .uploads()
              .find(part.upload())
              .filter(upload -> upload.status() != UploadStatus.WAITING)
              .flatMap(catalog.uploads()::decideAgain)
              .ifPresent(reopened::add);
        }
      }
    }
    return reopened;
  }
}
