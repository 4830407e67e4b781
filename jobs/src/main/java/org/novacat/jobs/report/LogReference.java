package org.novacat.jobs.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.persistence.log.LogPointers;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.WriteResult;

/** Where a document, or a report, says in which log the run that made it tells more. */
public final class LogReference {
  private static final String NAME = "log_reference";
  private static final long LARGEST = 64L << 20;

  private LogReference() {}

  /**
   * Puts it into a document.
   *
   * @param logs null where nobody keeps the log; nothing is put then
   */
  public static void put(ObjectNode document, @Nullable LogPointers logs) {
    if (logs != null) {
      ObjectNode reference = document.withObject("/" + NAME);
      reference.put("group", logs.group()).put("stream", logs.stream());
      reference.put("run_id", logs.runId());
    }
  }

  /**
   * Keeps a document that is written once. One of another run that says the same stays, so that
   * what an item says of it stays true.
   *
   * @return where it lies; null where one that says something else stands, which stays as well
   */
  static @Nullable Pointer keep(Archive archive, LayoutKey key, ObjectNode document) {
    if (archive.write(key, Content.of(Json.document(document)))
        instanceof WriteResult.Written written) {
      return written.pointer();
    }
    return archive
        .unverified(key.key(), LARGEST)
        .filter(there -> saysTheSame(there, document))
        .flatMap(there -> archive.pointer(key.key()))
        .orElse(null);
  }

  private static boolean saysTheSame(byte[] there, ObjectNode document) {
    try {
      return Arrays.equals(without(Json.parse(there)), without(document));
    } catch (IllegalArgumentException e) {
      return false; // what is there is broken, and no document
    }
  }

  private static byte[] without(ObjectNode document) {
    ObjectNode copy = document.deepCopy();
    copy.remove(NAME);
    return Json.document(copy);
  }
}
