package org.novacat.persistence.photometry;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.IngestFileId;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Write;

/**
 * Says that an upload waits for a verdict. It comes and goes in the transactions that change the
 * upload's status, so that what waits is found without reading what does not, nor what waits of
 * spectra.
 */
public record WaitingUpload(IngestFileId id, ItemMeta meta) implements Stored {
  /** As an item. */
  public static final ItemType<WaitingUpload> ITEM =
      ItemType.of(
          "WaitingUpload",
          "UPLOADS#<shard>",
          "WAITING#<ingest_file_id>",
          RecordType.of(WaitingUpload.class)
              .required("ingest_file_id", Types.INGEST_FILE_ID, WaitingUpload::id),
          waiting -> Keys.waiting(waiting.id()));

  public WaitingUpload {
    requireNonNull(id, "id is null");
    requireNonNull(meta, "meta is null");
  }

  /** An upload begins to wait; no harm where it does already. */
  static Write begins(IngestFileId id, Stamp stamp) {
    return ITEM.put(new WaitingUpload(id, stamp.fresh()), Condition.always());
  }

  /** An upload no longer waits; no harm where it did not. */
  public static Write ends(IngestFileId id) {
    return new Write.Delete(Keys.waiting(id), Condition.always());
  }
}
