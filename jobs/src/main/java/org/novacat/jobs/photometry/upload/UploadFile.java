package org.novacat.jobs.photometry.upload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.novacat.jobs.photometry.Readers;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.photometry.DataOrigin;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.UnusableObject;
import org.novacat.transforms.photometry.band.BandAssertions;
import org.novacat.transforms.photometry.read.PhotometryReader;
import org.novacat.transforms.photometry.read.plan.Understanding;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;
import org.novacat.transforms.photometry.read.sidecar.SidecarException;
import org.novacat.transforms.photometry.read.sidecar.SidecarJson;
import org.novacat.transforms.photometry.read.sidecar.SidecarKey;
import org.novacat.transforms.photometry.read.sidecar.SidecarRights;
import org.novacat.transforms.photometry.read.upload.Upload;

/**
 * An upload in memory, with what was given beside it.
 *
 * @param file as the reader takes it
 * @param memory bytes that reading it may take
 */
public record UploadFile(PlannedUpload planned, Upload file, long memory) {
  private static final long LARGEST_COMPANION = 16L << 20;

  /** A sidecar becomes objects, which take many times as much. */
  private static final long LARGEST_SIDECAR = 1L << 20;

  /**
   * The bytes of an upload, or of a part that stands in for it, with the companions of the upload.
   *
   * @throws UnusableObject when a companion is not the one that was registered
   * @throws SidecarException when what was given beside the upload cannot be used
   */
  static UploadFile of(Archive archive, PlannedUpload planned, byte[] bytes, long memory) {
    Sidecar sidecar = Sidecar.NONE;
    List<Upload.Companion> companions = new ArrayList<>();
    for (Map.Entry<ObjectKey, ContentHash> companion : planned.companions().entrySet()) {
      ObjectKey key = companion.getKey();
      boolean isSidecar = key.fileName().endsWith(Sidecar.SUFFIX);
      long most = isSidecar ? LARGEST_SIDECAR : LARGEST_COMPANION;
      byte[] said = companion(archive, key, companion.getValue(), most);
      if (isSidecar) {
        sidecar = SidecarJson.parse(new String(said, StandardCharsets.UTF_8));
      } else {
        companions.add(new Upload.Companion(key.fileName(), said));
      }
    }
    return new UploadFile(
        planned, new Upload(planned.filename(), bytes, sidecar, companions), memory);
  }

  private static byte[] companion(Archive archive, ObjectKey key, ContentHash expected, long most) {
    try {
      return archive.read(key, expected, most).get();
    } catch (UnusableObject e) {
      if (e.fault() != UnusableObject.Fault.TOO_LARGE) {
        throw e;
      }
      throw new SidecarException(
          "Cannot use '%s': it is larger than %s bytes".formatted(key.fileName(), most),
          "make it shorter");
    }
  }

  /** A reader to which no epoch is possible that the file could not know of. */
  PhotometryReader reader() {
    return Readers.reader(planned.registeredAt(), memory);
  }

  /** What its rows say of it. */
  private org.novacat.layouts.photometry.Upload facts(String format) {
    Sidecar sidecar = file.sidecar();
    String origin = sidecar.text(SidecarKey.ORIGIN);
    return new org.novacat.layouts.photometry.Upload(
        planned.id(),
        format,
        SidecarRights.of(sidecar).ofRows(),
        DataOrigin.valueOf(
            (origin.isEmpty() ? planned.dataOrigin() : origin).toUpperCase(Locale.ROOT)),
        sidecar.text(SidecarKey.DONOR),
        !sidecar.isEmpty());
  }

  /** Makes rows of its measurements. */
  RowMaker maker(Understanding understood) {
    return new RowMaker(facts(understood.format()), BandAssertions.of(file.sidecar(), understood));
  }
}
