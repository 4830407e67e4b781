package org.novacat.jobs.photometry.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.novacat.jobs.photometry.Readers;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.photometry.DataOrigin;
import org.novacat.layouts.photometry.DataRights;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.transforms.photometry.band.BandAssertions;
import org.novacat.transforms.photometry.read.PhotometryReader;
import org.novacat.transforms.photometry.read.ReadSettings;
import org.novacat.transforms.photometry.read.Sidecar;
import org.novacat.transforms.photometry.read.SidecarJson;
import org.novacat.transforms.photometry.read.SidecarKey;
import org.novacat.transforms.photometry.read.Upload;

/**
 * An upload in memory, with what was given beside it.
 *
 * @param file as the reader takes it
 */
record UploadFile(PlannedUpload planned, Upload file) {
  private static final long LARGEST_COMPANION = 16L << 20;

  /**
   * Fetches an upload and its companions and checks their hashes.
   *
   * @throws ChangedObject when the bytes are not those that were registered
   */
  static UploadFile fetch(ObjectStore store, PlannedUpload planned) {
    byte[] bytes = read(store, planned.key(), planned.sha256(), ReadSettings.MAX_BYTES);
    return of(store, planned, planned.filename(), bytes);
  }

  /** The same for bytes that stand in for the upload, such as a part of it. */
  static UploadFile of(ObjectStore store, PlannedUpload planned, String name, byte[] bytes) {
    Sidecar sidecar = Sidecar.NONE;
    List<Upload.Companion> companions = new ArrayList<>();
    for (Map.Entry<String, String> companion : planned.companions().entrySet()) {
      String key = companion.getKey();
      byte[] said = read(store, key, new ContentHash(companion.getValue()), LARGEST_COMPANION);
      if (key.endsWith(Sidecar.SUFFIX)) {
        sidecar = SidecarJson.parse(new String(said, StandardCharsets.UTF_8));
      } else {
        companions.add(new Upload.Companion(key.substring(key.lastIndexOf('/') + 1), said));
      }
    }
    return new UploadFile(planned, new Upload(name, bytes, sidecar, companions));
  }

  static byte[] read(ObjectStore store, String key, ContentHash expected, long most) {
    byte[] bytes = store.read(ObjectKey.of(key), most);
    ContentHash found = ContentHash.of(bytes);
    if (!found.equals(expected)) {
      throw new ChangedObject(key, expected, found);
    }
    return bytes;
  }

  /** A reader to which no epoch is possible that the file could not know of. */
  PhotometryReader reader() {
    return Readers.reader(planned.registeredAt());
  }

  /** What its rows say of it. */
  private org.novacat.layouts.photometry.Upload facts(String format) {
    Sidecar sidecar = file.sidecar();
    String rights = sidecar.text(SidecarKey.RIGHTS);
    String origin = sidecar.text(SidecarKey.ORIGIN);
    return new org.novacat.layouts.photometry.Upload(
        planned.id(),
        format,
        rights.isEmpty() ? DataRights.PUBLIC : DataRights.of(rights),
        DataOrigin.valueOf(
            (origin.isEmpty() ? planned.dataOrigin() : origin).toUpperCase(Locale.ROOT)),
        sidecar.text(SidecarKey.DONOR),
        !sidecar.isEmpty());
  }

  /** Makes rows of its measurements. */
  RowMaker maker(String format) {
    return new RowMaker(facts(format), BandAssertions.of(file.sidecar()));
  }
}
