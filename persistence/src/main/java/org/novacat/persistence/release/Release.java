package org.novacat.persistence.release;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.persistence.file.PointerFields;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Write;

/**
 * A release that is whole: it has an item only once all its objects were checked, and none once it
 * is pruned.
 *
 * @param content fingerprint of all that it holds
 * @param files the list of its objects with their hashes, which vouches for each of them
 * @param novae how many it shows, which the next one may not fall below unnoticed
 * @param spectra as {@code novae}
 * @param rows of photometry, as {@code novae}
 * @param baseUrl of the public bucket, that its documents name; "" for none
 * @param lossesAccepted why it may hold less than the one before; "" when it does not
 */
public record Release(
    ReleaseId id,
    ContentHash content,
    Pointer files,
    long novae,
    long spectra,
    long rows,
    String baseUrl,
    String lossesAccepted,
    ItemMeta meta)
    implements Stored {
  static final Field<ReleaseId> ID = Field.required("release_id", Types.RELEASE_ID);

  /** As an item. */
  public static final ItemType<Release> ITEM =
      ItemType.of(
          "Release",
          "RELEASE",
          "<release_id>",
          RecordType.of(Release.class)
              .field(ID, Release::id)
              .required("content_fingerprint", Types.HASH, Release::content)
              .part(PointerFields.OBJECT, Release::files)
              .required("n_novae", Types.WHOLE, Release::novae)
              .required("n_spectra", Types.WHOLE, Release::spectra)
              .required("n_photometry_rows", Types.WHOLE, Release::rows)
              .known("base_url", Types.TEXT, Release::baseUrl, "")
              .known("losses_accepted", Types.SENTENCE, Release::lossesAccepted, ""),
          release -> Keys.release(release.id()));

  public Release {
    requireNonNull(id, "id is null");
    requireNonNull(content, "content is null");
    requireNonNull(files, "files is null");
    requireNonNull(baseUrl, "baseUrl is null");
    requireNonNull(lossesAccepted, "lossesAccepted is null");
    requireNonNull(meta, "meta is null");
  }

  /** Who publishes, goes back to an older release, or prunes holds this lock. */
  public static LockRequest lock() {
    return LockRequest.mutex("Publish");
  }

  /** That there is such a release. */
  public static Write exists(ReleaseId id) {
    return new Write.Check(Keys.release(id), Condition.equal(ID.name(), id.toString()));
  }
}
