package org.novacat.jobs.photometry.ingest;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.photometry.PhotometryPart;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.UploadVerdict;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.table.Chunks;
import org.novacat.persistence.table.Table;
import org.novacat.transforms.photometry.row.RowRules;

/**
 * Accepted uploads that would be decided otherwise today. Where a nova turned out to be another,
 * names lead to the survivor now, so its table gets what the merged nova had, and the merged nova
 * is left without parts. Where readers or the band registry have other versions than when an upload
 * was decided, it may have other rows, or be refused, which its report must say. One whose rows
 * were not kept as Parquet, or under another schema, is decided once more for these.
 */
final class StaleUploads {
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
    boolean is = part.parquet() != null && verdict != null && verdict.rules().equals(RowRules.KEPT);
    if (is) {
      ofToday.add(upload.id());
    }
    return is;
  }
}
